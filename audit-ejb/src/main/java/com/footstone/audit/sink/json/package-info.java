/** How rows go to PostgreSQL by the batch. What is in the rows is said by whoever keeps them. */
package com.footstone.audit.sink.json;
