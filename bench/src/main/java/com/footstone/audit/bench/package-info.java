/**
 * Measures the product beside what it is compared with. {@link com.footstone.audit.bench.Bench} is the program; each part
 * of the benchmark is a class here, what they share is in the packages below. Never shipped.
 */
package com.footstone.audit.bench;
