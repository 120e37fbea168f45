/**
 * The rules of the product, a class each. A rule decides from one event (or one batch) and its thresholds alone: no clock,
 * no state between calls, no I/O. What it cannot know it does not guess.
 */
package com.footstone.audit.checking.rules;
