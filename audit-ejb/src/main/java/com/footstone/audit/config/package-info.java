/**
 * What an operator can set: typed keys with their range and meaning, how they are read from MicroProfile Config, and the
 * check at start that refuses bad values and reports keys that nobody reads.
 *
 * <p>Known to every other room and knows none: what a component does with its settings, and the settings records
 * themselves, stay with the component. A component makes its keys known by a CDI bean of type {@link
 * com.footstone.audit.config.SettingsSource}.
 */
package com.footstone.audit.config;
