/** How long the product's own code takes, and that of others for the same, without server, stores and network. */
package com.footstone.audit.bench.code;
