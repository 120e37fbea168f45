package com.footstone.audit.faults.proxy;

/**
 * A moment in a piece of traffic.
 *
 * @param at how many bytes of the piece may pass before it
 */
record Found(int at, Moment moment) {}
