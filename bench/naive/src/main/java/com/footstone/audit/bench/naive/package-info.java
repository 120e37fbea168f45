/**
 * What the product is compared with: an audit service as a team would first write it, on Spring Boot. One event a message,
 * one save an event, one insert a thousand events. It keeps none of the product's guarantees; nothing of the product is
 * used here.
 */
package com.footstone.audit.bench.naive;
