package com.footstone.audit.capture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A program that knows nothing of capture and closes nothing. Run as a process of its own. */
final class CarelessApplication {

    private CarelessApplication() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws SQLException {
        for (int i = 1; i <= 3; i++) {
            Connection connection = DriverManager.getConnection(args[0]);
            ResultSet rows = connection
                    .createStatement()
                    .executeQuery("select n from generate_series(1, 10) n -- careless " + i);
            for (int n = 0; n < i; n++) {
                rows.next();
            }
            System.out.println("read " + rows.getInt(1));
        }
    }
}
