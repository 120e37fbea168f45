/**
 * What makes changes to stored events evident: the form that a row is hashed in, trees and chains of hashes, and the signed
 * statements on batches, releases and erasures.
 *
 * <p>Pure functions that need the JDK alone, because whoever verifies uses them without the service. What is hashed or
 * signed here is laid down for as long as evidence is kept: a change makes a new {@link
 * com.footstone.audit.model.evidence.RowFormat#VERSION version}, it never alters an old one. No store and no protocol is
 * known here.
 */
package com.footstone.audit.model.evidence;
