/**
 * Runs the packaged server as a process of this machine, for the demo and for system tests. Not part of the product:
 * the container starts the same server by Open Liberty's own script.
 */
package com.footstone.audit.server;
