/** Reads what is asked and refuses what cannot be meant, naming the parameter at fault. Knows nothing of answers. */
package com.footstone.audit.web.request;
