/**
 * What can be asked on a terminal, without a server and its stores: what the product would say of a statement. It runs the
 * same analysis and the same rules as the server does, with their defaults; nothing here knows better than they.
 */
package com.footstone.audit.command;
