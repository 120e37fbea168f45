/** The addresses below {@code /api/v1}: each takes a question, has it answered by {@code query} and gives it its shape. */
package com.footstone.audit.web.resource;
