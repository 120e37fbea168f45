/**
 * What the shop truly executed, counted at its own JDBC calls.
 *
 * <p>This is the independent witness that audits are compared with, so nothing of the capture may be used here.
 */
package com.footstone.audit.dev.shop.ledger;
