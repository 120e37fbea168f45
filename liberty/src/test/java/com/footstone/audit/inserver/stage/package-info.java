/**
 * Outside the server: starts stores and server before the tests, and makes the archives that are deployed. Nothing of this
 * is in those archives.
 */
package com.footstone.audit.inserver.stage;
