package com.footstone.audit.analysis;

import com.footstone.audit.model.Statement;

/**
 * All that is known of a statement, for all of its executions.
 *
 * @param comparisons of its columns, which together with the literals of an execution make more of it known
 */
record Understood(Statement statement, Comparisons comparisons) {}
