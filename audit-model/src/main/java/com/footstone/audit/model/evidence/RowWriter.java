package com.footstone.audit.model.evidence;

import java.time.Instant;
import java.util.List;

/** Takes the values of one event in the order of {@link RowFormat#COLUMNS}. */
public interface RowWriter {

    /** A text; {@code null} is stored as an empty one. Half a surrogate pair is stored as a question mark. */
    void text(String value);

    void texts(List<String> values);

    void flag(boolean value);

    void int8(int value);

    /** From 0 to 255. */
    void uint8(int value);

    void int32(int value);

    void int64(long value);

    /** A moment, of which whole microseconds are kept. */
    void micros(Instant value);

    /** A moment, of which whole milliseconds are kept. */
    void millis(Instant value);
}
