package com.footstone.audit.query;

/**
 * How complete it is over all producers, now.
 *
 * @param missing numbers that are missing
 * @param silent producers that have sent nothing for longer than they may
 */
public record CompletenessTotals(long missing, long silent) {}
