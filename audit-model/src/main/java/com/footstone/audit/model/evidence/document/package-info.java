/**
 * Evidence as it leaves the service: lines of JSON that whoever verifies reads with the JDK alone. Written and read by the
 * same records, so that both sides mean the same. What is in the lines is decided elsewhere.
 */
package com.footstone.audit.model.evidence.document;
