package com.footstone.audit.analysis;

import java.util.Locale;
import java.util.Set;

/** Tells statements that change who may do what. */
final class Privileges {

    private static final Set<String> PRINCIPALS = Set.of("user", "role", "login", "group");

    /** Procedures of SQL Server that do what GRANT does elsewhere. */
    private static final Set<String> PROCEDURES = Set.of(
            "sp_addrolemember",
            "sp_droprolemember",
            "sp_addsrvrolemember",
            "sp_dropsrvrolemember",
            "sp_addlogin",
            "sp_droplogin",
            "sp_grantlogin",
            "sp_adduser",
            "sp_revokelogin",
            "sp_denylogin",
            "sp_grantdbaccess",
            "sp_revokedbaccess",
            "sp_addrole",
            "sp_droprole",
            "sp_addapprole",
            "sp_dropapprole",
            "sp_setapprole",
            "sp_addgroup",
            "sp_dropgroup",
            "sp_changegroup",
            "sp_addalias",
            "sp_addlinkedsrvlogin",
            "sp_droplinkedsrvlogin",
            "sp_change_users_login",
            "sp_changeobjectowner",
            "sp_dropuser",
            "sp_password",
            "sp_changedbowner");

    /** SQL Server's words before ROLE. */
    private static final Set<String> KINDS_OF_ROLE = Set.of("server", "application");

    private String second = "";
    private String previous = "";

    /**
     * Whether a word makes its statement such a one.
     *
     * @param number of the word in its statement
     * @param verb the first word of the statement
     */
    boolean accept(Lexer token, int number, Word verb) {
        if (number == 1) {
            second = "";
            previous = "";
            boolean reassigns = token.dialect() == Dialect.POSTGRESQL && token.spells("reassign");
            return verb == Word.GRANT || verb == Word.REVOKE || verb == Word.DENY || reassigns;
        }
        if (verb == null || token.end() - token.start() > 24) {
            previous = "";
            return false;
        }
        String word =
                token.text().subSequence(token.start(), token.end()).toString().toLowerCase(Locale.ROOT);
        if (number == 2) {
            second = word;
        }
        boolean found =
                switch (verb) {
                    case CREATE, DROP, RENAME -> isPrincipal(word, number);
                    case ALTER ->
                        isPrincipal(word, number)
                                || (number == 2 && word.equals("authorization"))
                                || (number == 3 && second.equals("default") && word.equals("privileges"))
                                || (previous.equals("owner") && word.equals("to"));
                    case SET -> isSet(word, number);
                    case EXEC, EXECUTE -> PROCEDURES.contains(word) || isImpersonation(word, number);
                    default -> false;
                };
        previous = word;
        return found;
    }

    /** CREATE USER, CREATE OR REPLACE USER, CREATE SERVER ROLE. */
    private boolean isPrincipal(String word, int number) {
        boolean subject = number == 2 || (number == 4 && second.equals("or"));
        return (subject && PRINCIPALS.contains(word))
                || (number == 3 && word.equals("role") && KINDS_OF_ROLE.contains(second));
    }

    /** EXECUTE AS USER = …: whose privileges count from here on. */
    private boolean isImpersonation(String word, int number) {
        return number == 3 && second.equals("as") && (PRINCIPALS.contains(word) || word.equals("owner"));
    }

    private boolean isSet(String word, int number) {
        boolean role = word.equals("role")
                && (number == 2
                        || previous.equals("session")
                        || previous.equals("local")
                        || (number == 3 && previous.equals("default")));
        boolean authorization = word.equals("authorization") && previous.equals("session");
        return role || authorization || (number == 2 && word.equals("password"));
    }
}
