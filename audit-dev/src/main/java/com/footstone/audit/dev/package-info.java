/**
 * The services that the product needs, on one machine, for development, tests and the demo. Never shipped.
 *
 * <p>{@link com.footstone.audit.dev.DevServices} starts and stops them. What they are used for stays out.
 */
package com.footstone.audit.dev;
