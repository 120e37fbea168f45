package com.footstone.audit.dev.clickhouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An error in ClickHouse's own terms: its numeric code, and the message a client is shown. */
final class EngineException extends Exception {

    static final int BAD_ARGUMENTS = 36;
    static final int UNKNOWN_SETTING = 115;
    static final int TOO_MANY_SIMULTANEOUS_QUERIES = 202;
    static final int SESSION_IS_LOCKED = 373;
    static final int SESSION_NOT_FOUND = 372;
    static final int AUTHENTICATION_FAILED = 516;

    private static final int UNKNOWN_EXCEPTION = 1002;

    /** The engine may wrap a message in further {@code Code: N. DB::Exception:} prefixes. */
    private static final Pattern CODE = Pattern.compile("^(?:Code: (\\d+)\\. DB::Exception: )+");

    private final int code;

    EngineException(int code, String text) {
        super("Code: " + code + ". DB::Exception: " + text);
        this.code = code;
    }

    /** Reads an error text of the engine. */
    static EngineException of(String engineText) {
        Matcher matcher = CODE.matcher(engineText);
        return matcher.find()
                ? new EngineException(Integer.parseInt(matcher.group(1)), engineText.substring(matcher.end()))
                : new EngineException(UNKNOWN_EXCEPTION, engineText);
    }

    int code() {
        return code;
    }

    /** The status that ClickHouse's HTTP interface gives the code. */
    int httpStatus() {
        return switch (code) {
            case 516, 497, 192, 193, 194 -> 403;
            case 60, 81, 46, 47, 50, 63, 70, 73, 115, 372 -> 404;
            case 159, 160 -> 408;
            case 27, 36, 38, 41, 44, 43, 53, 62, 69, 72, 6, 26, 130, 131, 117, 457 -> 400;
            case 202 -> 503;
            case 48 -> 501;
            default -> 500;
        };
    }
}
