/**
 * What ties a request to the rest of the world: the trace that it belongs to, in every line that the log has of it, and who
 * changed something. What was asked for, and answered, stays out.
 */
package com.footstone.audit.web.trace;
