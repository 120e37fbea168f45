/**
 * The door: who may ask, in what words, and how the answer looks on the wire.
 *
 * <p>{@code resource} has the addresses, {@code request} reads what is asked, {@code response} is the shapes of answers,
 * {@code problem} of refusals, {@code health} answers probes. What is known of events is {@code query}'s business: nothing
 * here opens a connection or knows a table.
 */
package com.footstone.audit.web;
