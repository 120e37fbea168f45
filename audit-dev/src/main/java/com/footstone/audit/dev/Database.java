package com.footstone.audit.dev;

import java.util.Objects;

/**
 * Where a database is and who opens it.
 *
 * @param url JDBC URL, without credentials
 * @param user user
 * @param password password, never printed
 */
public record Database(String url, String user, String password) {

    public Database {
        Objects.requireNonNull(url, "url is null");
        Objects.requireNonNull(user, "user is null");
        Objects.requireNonNull(password, "password is null");
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
