/** How names of columns and tables are made of words. What the words mean stays out. */
package com.footstone.audit.analysis.name;
