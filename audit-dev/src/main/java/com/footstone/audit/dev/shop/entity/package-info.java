/** The tables that the shop reads and writes through Hibernate. The others are used through JDBC only. */
package com.footstone.audit.dev.shop.entity;
