/**
 * The dead-letter topic: what a letter looks like, which of a batch's letters it holds already, and all that people may ask
 * of letters and do with them. That records are refused, and when, is decided outside.
 */
package com.footstone.audit.intake.letter;
