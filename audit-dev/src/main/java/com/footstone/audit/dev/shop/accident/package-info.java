/**
 * What goes wrong in real applications, each caused on purpose and for real: the database itself answers with the rows,
 * the duration or the SQLSTATE that the accident promises.
 */
package com.footstone.audit.dev.shop.accident;
