package com.footstone.audit.intake.decode;

/**
 * Why a record is not an event. The names are stable: they are values of a metric label and of a header of records in the
 * dead-letter topic.
 */
public enum Reason {
    /** No value (a tombstone), no bytes, or nothing but white space. */
    EMPTY_VALUE("Have the producer send an event as the value, and no tombstones. There is nothing to replay."),
    /** Some bytes are not well-formed UTF-8, or the text is in another encoding. */
    NOT_UTF8("Have the producer encode events in UTF-8. The record cannot be mended here."),
    /** Not one whole JSON text: malformed, truncated, or followed by something else. */
    NOT_JSON("Have the producer send one whole JSON object per record, uncut. The record cannot be mended here."),
    /** A value, or the whole record, is of another JSON type than the format asks for. */
    WRONG_TYPE("Have the producer send the field in the type of the event's schema. The record cannot be mended here."),
    /** A required field is absent, null or blank. */
    MISSING_FIELD(
            "Have the producer send the field; the names of fields are case-sensitive. The record cannot be mended here."),
    /** A field is given more than once: readers would differ in which of them counts. */
    DUPLICATE_FIELD(
            "Have the producer send each field once, and no statementId beside another mapperId. The record cannot be mended here."),
    /** A number is outside the range of its field. */
    OUT_OF_RANGE(
            "Have the producer send a value within the bounds of the event's schema. The record cannot be mended here."),
    /** The timestamp is not ISO-8601 with a UTC offset. */
    MALFORMED_TIMESTAMP(
            "Have the producer write times like 2026-11-21T10:15:30.123Z. The record cannot be mended here."),
    /** The timestamp is further in the future than clocks may differ. */
    FUTURE_TIMESTAMP(
            "Synchronise the clocks of the producer and of this service. Replay the record when its time has come."),
    /** The timestamp is so old that the event would be deleted as soon as it was stored. */
    OLDER_THAN_RETENTION(
            "If the event is to be kept, raise audit.retention.events, restart the service and replay the record."),
    /** A text or a number is longer than its bound. */
    TOO_LONG("Have the producer shorten the text. The record cannot be mended here."),
    /** Objects and arrays are nested deeper than the bound. */
    TOO_DEEP("Have the producer nest values less deeply. The record cannot be mended here."),
    /** Reading it failed in a way that nobody foresaw. */
    UNREADABLE("This is a fault of this service: report it, and replay the record with a version that has it mended.");

    private final String remedy;

    Reason(String remedy) {
        this.remedy = remedy;
    }

    /** What people can do about it, in whole sentences. */
    public String remedy() {
        return remedy;
    }
}
