/** Signs evidence in the name of the service. Holds the key, which nobody else sees; what is signed is said elsewhere. */
package com.footstone.audit.signing;
