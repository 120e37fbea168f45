/** Looks at processes and tables from outside, and what the looks amount to. Knows no contender by name. */
package com.footstone.audit.bench.measure;
