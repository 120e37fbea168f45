package com.footstone.audit.dev.shop.work;

import java.sql.SQLException;

/** Work to be done in one transaction over JDBC. */
@FunctionalInterface
public interface SqlWork {

    void perform(SqlSession session) throws SQLException;
}
