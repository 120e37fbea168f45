/**
 * Detection: what shows only over many executions, found in what is stored, window by window, as told in {@code
 * docs/adr/0014-windows-and-history.md}.
 *
 * <p>A {@link com.footstone.audit.detect.Detector} asks {@code query} for sums over a window and decides by its thresholds;
 * those of the product live in {@code detectors}, each with a page under {@code docs/detectors}. {@link
 * com.footstone.audit.detect.DetectionWatch} gives them their turns and {@code sink} keeps what they find. Whatever can be
 * told from one execution or one batch is a rule's business, in {@code checking}; no verdict is changed from here.
 */
package com.footstone.audit.detect;
