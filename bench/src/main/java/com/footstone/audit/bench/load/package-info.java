/** What contenders are given to do: applications that were recorded, and topics filled with what they sent. */
package com.footstone.audit.bench.load;
