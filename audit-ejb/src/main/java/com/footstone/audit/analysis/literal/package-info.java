/**
 * Recognises personal data and secrets by how they are spelled: their form, their check digits, and the name beside them. It
 * sees values and tells kinds; no value leaves it. Where the literals of a statement are, the analysis around it knows.
 */
package com.footstone.audit.analysis.literal;
