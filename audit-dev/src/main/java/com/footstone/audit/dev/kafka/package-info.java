/**
 * A Kafka broker of one node on loopback, with the product's topics. Who writes to them and reads from them stays out.
 */
package com.footstone.audit.dev.kafka;
