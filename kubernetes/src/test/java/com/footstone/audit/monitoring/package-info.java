/**
 * Tests of what watches the product: rules, routes and dashboards of the chart, by the tools that will read them. What
 * needs a running server is tested beside the server, in {@code liberty}.
 */
package com.footstone.audit.monitoring;
