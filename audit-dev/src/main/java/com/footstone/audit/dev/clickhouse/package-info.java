/**
 * A real ClickHouse engine on loopback for development and tests: {@code libchdb.so} in a process of its own, behind
 * the ClickHouse HTTP protocol, so that the unmodified JDBC driver talks to it as to a server.
 *
 * <p>What the engine cannot do stays out and is answered by its own error: users, roles and grants in SQL, {@code
 * system.query_log}, replication. Starting and stopping the process is the business of {@code
 * com.footstone.audit.dev}.
 */
package com.footstone.audit.dev.clickhouse;
