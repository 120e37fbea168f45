/**
 * What is sensitive about the data that a statement touches: the catalogue of names, and the rules that ask it. How a
 * statement is taken apart, and how literals are recognised, stays in analysis.
 */
package com.footstone.audit.checking.sensitive;
