/**
 * The product from outside, as its users meet it: Open Liberty, Kafka, PostgreSQL and ClickHouse run as processes, records
 * go in by Kafka, and what is right is judged by what REST, probes, metrics, logs and the stores say. Knows no class of the
 * application.
 */
package com.footstone.audit.system;
