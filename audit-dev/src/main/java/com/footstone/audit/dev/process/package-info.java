/**
 * What every development service shares as a process: it ends when its parent ends, however that dies, and has its data
 * folder to itself. What a service serves stays out.
 */
package com.footstone.audit.dev.process;
