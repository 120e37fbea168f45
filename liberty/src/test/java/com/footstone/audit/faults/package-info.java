/**
 * Does to the whole product what can happen to it, in an order that a seed decides, while events are sent all the time; and
 * compares in the end what was sent with what is stored. See {@code docs/faults.md}.
 *
 * <p>{@link com.footstone.audit.faults.FaultRun} is a run of any length, {@code FaultsIT} a short one for every build. Knows
 * no class of the application.
 */
package com.footstone.audit.faults;
