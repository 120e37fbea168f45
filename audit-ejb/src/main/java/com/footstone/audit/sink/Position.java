package com.footstone.audit.sink;

import java.time.Instant;

/**
 * Where a partition stands, as PostgreSQL has it.
 *
 * @param epoch number of the ownership; a later owner has a higher one, and only the highest may write
 * @param next first offset that is not yet stored in both stores
 * @param claimed end of the range that was about to be stored, {@code next} if none was
 * @param claimedAt when it was claimed: the "now" that its events are judged by, however often it is retried
 */
public record Position(long epoch, long next, long claimed, Instant claimedAt) {}
