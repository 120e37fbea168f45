/**
 * The shop's ordinary work: transactions after the manner of TPC-C, at a desk that serves one warehouse.
 *
 * <p>Every desk has a warehouse of its own, so that desks never wait for each other and what each executes depends on
 * the seed alone. What goes wrong on purpose stays out; it is in {@code accident}.
 */
package com.footstone.audit.dev.shop.work;
