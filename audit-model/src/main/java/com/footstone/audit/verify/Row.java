package com.footstone.audit.verify;

import com.footstone.audit.model.evidence.Hash;

/** A row of the event table: its place in its partition and its hash. */
record Row(long offset, Hash leaf) {}
