/**
 * Whether all is well in the end: what the topic holds is compared, record by record, with what the stores and the dead-letter
 * topic hold.
 */
package com.footstone.audit.faults.oracle;
