package com.footstone.audit.sink;

import java.time.Instant;

/**
 * What a batch is judged by, fixed before anything of it is stored and the same on each retry.
 *
 * @param at when its range was first claimed
 * @param policy version of the policy that was in force then, 0 if there was none
 */
public record Claim(Instant at, long policy) {}
