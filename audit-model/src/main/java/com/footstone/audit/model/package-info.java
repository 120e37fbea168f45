/**
 * The words of the product: what an event, a statement, a finding and a verdict are.
 *
 * <p>Everything here is immutable, validated when built, and needs nothing but the JDK. How events are read, kept or
 * shown stays out: no JSON, no persistence, no server API.
 */
package com.footstone.audit.model;
