package com.footstone.audit.query;

import com.footstone.audit.model.evidence.document.EvidenceLine;

/**
 * A row of evidence as an export tells it: what it says, or that it cannot be read.
 *
 * @param from first offset that it is about, by which rows are found and ordered
 * @param to what the row says is the first offset after it; anything, if the row was changed
 * @param line the line of the export
 */
record EvidenceRow(long from, long to, EvidenceLine line) {}
