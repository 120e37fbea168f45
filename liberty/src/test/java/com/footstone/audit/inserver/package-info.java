/**
 * Tests that run inside Open Liberty, in the packaged application, on a real PostgreSQL and a real ClickHouse: what only
 * the server can show, such as transactions, injection and what starts with the application.
 *
 * <p>How the server and the stores come about is in {@code stage}. What is seen from outside only is tested in {@code
 * system}.
 */
package com.footstone.audit.inserver;
