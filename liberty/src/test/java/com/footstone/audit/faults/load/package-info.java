/** What is put on the topic while things go wrong, and what the service must make of it. */
package com.footstone.audit.faults.load;
