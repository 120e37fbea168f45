/**
 * The shapes of answers: what a client may rely on. They change only by addition. A value that is not known is null, never
 * an empty text or -1.
 */
package com.footstone.audit.web.response;
