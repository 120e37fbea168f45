/**
 * Keeps the versions of the policy, the exemptions that are asked for, and who changed what. Whether a policy can be used
 * with the rules there are is decided before; what it means is no business of a store.
 */
package com.footstone.audit.sink.policy;
