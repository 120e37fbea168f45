/**
 * Keeps events no longer than they may be kept: lets retention go its way and erases what a person asked for. A signed
 * tombstone always comes before a row goes, so that what is gone for a reason can be told from what was taken.
 */
package com.footstone.audit.custody;
