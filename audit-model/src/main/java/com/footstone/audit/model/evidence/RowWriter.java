package com.footstone.audit.model.evidence;

import java.time.Instant;
import java.util.List;

/**
 * Takes the values of one event in the order of {@link RowFormat#COLUMNS}. An insert and a hash are both fed through this,
 * by the same code, so that what is hashed is what is stored.
 *
 * @param <X> what a target may fail with
 */
public interface RowWriter<X extends Exception> {

    /** A text; {@code null} is stored as an empty one. Half a surrogate pair is stored as a question mark. */
    void text(String value) throws X;

    void texts(List<String> values) throws X;

    void flag(boolean value) throws X;

    void int8(int value) throws X;

    /** From 0 to 255. */
    void uint8(int value) throws X;

    void int32(int value) throws X;

    void int64(long value) throws X;

    /** A moment, of which whole microseconds are kept. */
    void micros(Instant value) throws X;

    /** A moment, of which whole milliseconds are kept. */
    void millis(Instant value) throws X;
}
