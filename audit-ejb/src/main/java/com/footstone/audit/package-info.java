/**
 * The work, one room a package, entered in the order that data flows: {@code intake} drives a batch through
 * {@code analysis} and {@code checking} to the {@code sink}s; {@code query} answers for what is kept. {@code config} is
 * known to all of them and knows none.
 */
package com.footstone.audit;
