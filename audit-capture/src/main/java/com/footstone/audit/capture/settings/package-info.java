/**
 * What an operator can choose about capture: the typed settings, their keys, defaults and limits.
 *
 * <p>Nothing here opens a connection or starts a thread.
 */
package com.footstone.audit.capture.settings;
