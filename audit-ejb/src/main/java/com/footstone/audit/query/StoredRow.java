package com.footstone.audit.query;

import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.evidence.Hash;

/**
 * A row of the event table as its batch's evidence sees it.
 *
 * @param leaf the row's hash
 */
public record StoredRow(long offset, Hash leaf, Verdict verdict) {}
