package com.footstone.audit.query;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * What is behind a driver's exception, told without its message, which may quote the statement, its values or a URL.
 *
 * @param reason readable after the store's name
 * @param passing whether it may be gone the next time
 */
public record StoreFault(String reason, boolean passing) {

    private static final int DEEPEST = 16;
    private static final String NO_FILE = "was given a file of certificates that is not there";

    /** The first that fits counts. */
    private static final List<Map.Entry<Class<? extends Exception>, String>> BY_CLASS = List.of(
            Map.entry(UnknownHostException.class, "has a host name that is not known"),
            Map.entry(ConnectException.class, "refuses connections"),
            Map.entry(NoRouteToHostException.class, "cannot be reached: no route to its host"),
            Map.entry(SocketTimeoutException.class, "did not answer in time"),
            Map.entry(SocketException.class, "broke the connection"),
            Map.entry(NoSuchFileException.class, NO_FILE),
            Map.entry(FileNotFoundException.class, NO_FILE),
            Map.entry(CertPathBuilderException.class, "shows a certificate that is not trusted"),
            Map.entry(CertPathValidatorException.class, "shows a certificate that is not trusted"),
            Map.entry(
                    GeneralSecurityException.class,
                    "shows a certificate that is not its own, or the file of those who vouch for it cannot be read"),
            Map.entry(SSLException.class, "does not agree on TLS"),
            Map.entry(SQLTimeoutException.class, "did not answer in time"),
            Map.entry(TimeoutException.class, "did not answer in time"));

    /** SQLSTATEs that begin like this, of PostgreSQL and of the driver of ClickHouse. */
    private static final List<Map.Entry<String, String>> BY_STATE = List.of(
            Map.entry("57014", "did not answer in time"),
            Map.entry("HY008", "did not answer in time"),
            Map.entry("28", "does not accept the user or the password"),
            Map.entry("3D000", "does not have the database"),
            Map.entry("42P01", "is not set up yet: a table is missing"),
            Map.entry("42S02", "is not set up yet: a table is missing"),
            Map.entry("53", "has no resources left"),
            Map.entry("57P", "is starting or stopping"),
            Map.entry("08", "cannot be reached"));

    /** Errors of ClickHouse by the number that its messages begin with. */
    private static final Map<Integer, String> BY_CODE = Map.of(
            60, "is not set up yet: a table is missing",
            81, "does not have the database",
            159, "did not answer in time",
            160, "would not answer in time",
            202, "has too many queries at once",
            209, "did not answer in time",
            241, "has no memory left for the question",
            243, "has no room left on its disk",
            516, "does not accept the user or the password");

    private static final Pattern CODE = Pattern.compile("Code: (\\d{1,5})\\b");

    /** What the other side says by TLS when it does not like who we are. */
    private static final Pattern REFUSED_BY_TLS =
            Pattern.compile("alert: (bad_certificate|certificate_\\w+|unknown_ca|access_denied)");

    /**
     * What is behind any failure that may come from a store, such as the exception of a transaction.
     *
     * @param failure the exception; its message is not used
     */
    public static StoreFault behind(Throwable failure) {
        return known(failure)
                .orElseGet(
                        () -> new StoreFault("failed with " + failure.getClass().getSimpleName(), false));
    }

    /** The same; nothing if the failure did not come from a store. */
    static Optional<StoreFault> known(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql) {
                return Optional.of(of(sql));
            }
            if (cause instanceof StoreUnavailableException known) {
                return Optional.of(new StoreFault(known.reason(), true));
            }
            if (cause instanceof QueryFailedException known) {
                return Optional.of(new StoreFault(known.reason(), false));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    static StoreFault of(SQLException e) {
        Optional<String> passing = bySignature(e);
        if (passing.isPresent()) {
            return new StoreFault(passing.get(), true);
        }
        if (e instanceof UnreadableValueException) {
            return new StoreFault("holds what cannot be read: " + e.getMessage(), false);
        }
        if (e instanceof SQLTransientException) {
            return new StoreFault("has no connection to spare", true);
        }
        return new StoreFault(
                "failed with " + e.getClass().getSimpleName() + ", SQLSTATE " + e.getSQLState() + ", code "
                        + code(e).orElse(e.getErrorCode()),
                false);
    }

    /** The fault as an exception that names the store. */
    public RuntimeException asException(Store store) {
        return passing ? new StoreUnavailableException(store, reason) : new QueryFailedException(store, reason);
    }

    /** The most telling sign is the innermost cause that is known; states and codes speak where no cause does. */
    private static Optional<String> bySignature(SQLException e) {
        String reason = null;
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            reason = reason(cause).orElse(reason);
            cause = cause.getCause();
        }
        return Optional.ofNullable(reason);
    }

    private static Optional<String> reason(Throwable cause) {
        Optional<String> byClass = BY_CLASS.stream()
                .filter(known -> known.getKey().isInstance(cause))
                .map(Map.Entry::getValue)
                .findFirst();
        return byAlert(cause)
                .or(() -> byClass)
                .or(() -> code(cause).map(BY_CODE::get))
                .or(() -> byState(cause));
    }

    private static Optional<String> byAlert(Throwable cause) {
        return Optional.of(cause)
                .filter(SSLException.class::isInstance)
                .map(Throwable::getMessage)
                .filter(message -> REFUSED_BY_TLS.matcher(message).find())
                .map(message -> "asks for a certificate of ours, or does not trust the one that it is shown");
    }

    private static Optional<String> byState(Throwable cause) {
        if (!(cause instanceof SQLException sql) || sql.getSQLState() == null) {
            return Optional.empty();
        }
        return BY_STATE.stream()
                .filter(known -> sql.getSQLState().startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<Integer> code(Throwable cause) {
        if (cause.getMessage() == null) {
            return Optional.empty();
        }
        Matcher matcher = CODE.matcher(cause.getMessage());
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
