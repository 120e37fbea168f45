/**
 * What stands between a service and its stores: it passes bytes on, knows the moments that matter by reading along, and can
 * do to a connection what networks do. What is done at a moment is decided elsewhere.
 */
package com.footstone.audit.faults.proxy;
