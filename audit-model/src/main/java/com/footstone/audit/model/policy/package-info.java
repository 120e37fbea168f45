/**
 * What an operator may decide about judging: which rules count where, how much, and what is exempted for a time.
 *
 * <p>Values only. How a policy is written as text, kept, and applied stays out.
 */
package com.footstone.audit.model.policy;
