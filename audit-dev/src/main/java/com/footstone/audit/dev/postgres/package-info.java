/**
 * A PostgreSQL server on loopback, with a database and an owner for the product and for the shop. Their tables stay out:
 * who owns a database makes them.
 */
package com.footstone.audit.dev.postgres;
