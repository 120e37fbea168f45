package com.footstone.audit.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A letter looked into.
 *
 * @param letter the letter
 * @param outlook what would become of the record now
 * @param fault why, unless it would be accepted
 * @param fields what the record's object consists of, without any value
 * @param fieldsComplete whether these are all; not so if the letter was cut, or its text breaks off or is malformed
 */
public record DeadLetterDetails(
        DeadLetter letter,
        Outlook outlook,
        Optional<DeadLetter.Fault> fault,
        List<Field> fields,
        boolean fieldsComplete) {

    public DeadLetterDetails {
        Objects.requireNonNull(letter, "letter is null");
        Objects.requireNonNull(outlook, "outlook is null");
        Objects.requireNonNull(fault, "fault is null");
        fields = List.copyOf(fields);
    }

    /** What would become of the record if it were sent again now. */
    public enum Outlook {
        ACCEPTED,
        REFUSED,
        /** Only a part of it is left. */
        UNKNOWN
    }

    /**
     * A field of the record.
     *
     * @param name its name
     * @param type JSON type of its value
     * @param length characters of its value if that is a string
     */
    public record Field(String name, String type, OptionalInt length) {

        public Field {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(type, "type is null");
            Objects.requireNonNull(length, "length is null");
        }
    }
}
