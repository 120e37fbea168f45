/** The policy as it is sent and as it is answered, which is the same form. What it means and whether it is valid stays out. */
package com.footstone.audit.web.policy;
