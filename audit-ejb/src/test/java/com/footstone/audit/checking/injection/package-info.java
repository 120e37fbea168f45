/** Corpora of clean and of injected statements, and how often the rule about injections is right on them. */
package com.footstone.audit.checking.injection;
