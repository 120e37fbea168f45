/**
 * What shows only over many executions: who or what is conspicuous, in which window, and by which numbers.
 *
 * <p>A verdict is about one execution and is given once, as it arrives. An {@link
 * com.footstone.audit.model.anomaly.Anomaly} is found later, in what is stored.
 */
package com.footstone.audit.model.anomaly;
