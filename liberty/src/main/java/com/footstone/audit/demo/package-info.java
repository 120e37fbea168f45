/**
 * The demo: the whole product on one machine, with a shop whose SQL it audits. Starts the pieces, shows what they find,
 * and judges at the end whether the pipeline worked.
 */
package com.footstone.audit.demo;
