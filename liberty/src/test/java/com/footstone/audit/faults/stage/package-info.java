/**
 * What a run works on: Kafka and the stores, and two instances of the service, each behind proxies of its own, with the means
 * to kill, halt and starve them. When that is done, and what must hold afterwards, stays out.
 */
package com.footstone.audit.faults.stage;
