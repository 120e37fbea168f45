/** The programs that are compared, each a process of its own. What they are compared by is not in here. */
package com.footstone.audit.bench.contender;
