package com.footstone.audit.capture;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Accepts {@code jdbc:audit:<rest>}, connects to {@code jdbc:<rest>} by that URL's own driver, and captures everything that
 * runs on the connection with the settings of the process: {@code jdbc:audit:postgresql://db/shop}. Where capture cannot
 * start, the log says so once and connections work without it.
 *
 * <p>Registers by itself. Frameworks that guess the driver from the URL have to be told this class's name.
 */
public final class AuditDriver implements Driver {

    private static final String PREFIX = "jdbc:audit:";

    static {
        try {
            DriverManager.registerDriver(new AuditDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url != null && url.startsWith(PREFIX);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        String innerUrl = innerUrl(url);
        Connection connection = driverOf(innerUrl).connect(innerUrl, info);
        return connection == null ? null : ProcessCapture.audited(connection);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        String innerUrl = innerUrl(url);
        return driverOf(innerUrl).getPropertyInfo(innerUrl, info);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    /** Depends on the driver behind. */
    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("com.footstone.audit.capture");
    }

    private static String innerUrl(String url) {
        return "jdbc:" + url.substring(PREFIX.length());
    }

    private static Driver driverOf(String url) throws SQLException {
        return Stream.concat(
                        DriverManager.drivers(),
                        // Those of an application server's application are not visible to a shared library's loader.
                        ServiceLoader.load(Driver.class).stream().map(ServiceLoader.Provider::get))
                .filter(driver -> accepts(driver, url))
                .findFirst()
                .orElseThrow(() -> new SQLException(
                        "No JDBC driver accepts " + scheme(url) + "…: add the database's own driver to the class path",
                        "08001"));
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return !(driver instanceof AuditDriver) && driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The part that names the database's kind; the rest may hold a password. */
    private static String scheme(String url) {
        return url.substring(0, url.indexOf(':', "jdbc:".length()) + 1);
    }
}
