/**
 * Lets people decide about judging: reads what they ask for, refuses what could not be applied, shows what it would have
 * done, and has it kept. Applying it is the intake's, which goes by what is kept.
 */
package com.footstone.audit.governance;
