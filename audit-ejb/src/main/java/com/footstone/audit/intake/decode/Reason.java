package com.footstone.audit.intake.decode;

/**
 * Why a record is not an event. The names are stable: they are values of a metric label and of a header of records in the
 * dead-letter topic.
 */
public enum Reason {
    /** No value (a tombstone), no bytes, or nothing but white space. */
    EMPTY_VALUE,
    /** Some bytes are not well-formed UTF-8, or the text is in another encoding. */
    NOT_UTF8,
    /** Not one whole JSON text: malformed, truncated, or followed by something else. */
    NOT_JSON,
    /** A value, or the whole record, is of another JSON type than the format asks for. */
    WRONG_TYPE,
    /** A required field is absent, null or blank. */
    MISSING_FIELD,
    /** A field is given more than once: readers would differ in which of them counts. */
    DUPLICATE_FIELD,
    /** A number is outside the range of its field. */
    OUT_OF_RANGE,
    /** The timestamp is not ISO-8601 with a UTC offset. */
    MALFORMED_TIMESTAMP,
    /** The timestamp is further in the future than clocks may differ. */
    FUTURE_TIMESTAMP,
    /** The timestamp is so old that the event would be deleted as soon as it was stored. */
    OLDER_THAN_RETENTION,
    /** A text or a number is longer than its bound. */
    TOO_LONG,
    /** Objects and arrays are nested deeper than the bound. */
    TOO_DEEP,
    /** Reading it failed in a way that nobody foresaw. */
    UNREADABLE
}
