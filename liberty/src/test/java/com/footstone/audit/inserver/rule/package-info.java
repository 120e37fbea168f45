/** Rules that tests add to the application's own module, as an extension of the product would. */
package com.footstone.audit.inserver.rule;
