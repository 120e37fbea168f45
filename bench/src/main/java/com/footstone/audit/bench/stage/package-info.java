/** Where contenders meet: the broker and the stores, and the databases of each run. What runs there is not in here. */
package com.footstone.audit.bench.stage;
