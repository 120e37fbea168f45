/** What capture costs the application that is audited. The service takes no part in it. */
package com.footstone.audit.bench.capture;
