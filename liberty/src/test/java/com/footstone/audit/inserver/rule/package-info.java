/** Rules that tests add to the application's own module, as an extension of the product would, and what has them asked. */
package com.footstone.audit.inserver.rule;
