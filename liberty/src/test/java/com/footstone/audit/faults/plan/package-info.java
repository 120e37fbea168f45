/** What is to go wrong, in which order: a function of a seed. How it is done stays out. */
package com.footstone.audit.faults.plan;
