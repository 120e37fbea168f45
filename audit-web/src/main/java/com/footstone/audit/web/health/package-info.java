/** Answers the probes of the platform, from what others know: nothing is asked of a store or a broker when a probe comes. */
package com.footstone.audit.web.health;
