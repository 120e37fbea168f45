package com.footstone.audit.intake.decode;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.footstone.audit.model.SqlEvent;

/**
 * Reads the value that a parser stands on as one type and no other; {@code null} is taken for absence. Nothing is
 * converted: a number in quotes is a text.
 */
final class JsonValue {

    /** Up to here a double is exact about whether it is a whole number. */
    private static final double EXACT_WHOLE = 1L << 53;

    private JsonValue() {}

    /** A text, or {@code null}. */
    static String text(JsonParser in, String field) throws IOException, Rejection {
        return switch (in.currentToken()) {
            case VALUE_STRING -> in.getText();
            case VALUE_NULL -> null;
            default -> throw wrongType(in, field, "a string");
        };
    }

    /** A text on one line within the bound of names, or {@code null}. */
    static String name(JsonParser in, String field) throws IOException, Rejection {
        String text = text(in, field);
        if (text == null) {
            return null;
        }
        int max = SqlEvent.MAX_NAME_LENGTH;
        if (text.length() > max && text.codePointCount(0, text.length()) > max) {
            throw new Rejection(Reason.TOO_LONG, field + " is longer than " + max + " characters");
        }
        return CleanText.name(text);
    }

    /** The same for a name that has likely come before. */
    static String name(JsonParser in, String field, NamePool pool) throws IOException, Rejection {
        String known = in.currentToken() == JsonToken.VALUE_STRING ? pool.find(in) : null;
        if (known != null) {
            return known;
        }
        String name = name(in, field);
        return name == null ? null : pool.keep(name);
    }

    /** A text of several lines, or {@code null}. */
    static String lines(JsonParser in, String field) throws IOException, Rejection {
        String text = text(in, field);
        return text == null ? null : CleanText.lines(text);
    }

    /** A truth value. */
    static boolean flag(JsonParser in, String field) throws Rejection {
        return switch (in.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw wrongType(in, field, "true or false");
        };
    }

    /** A whole number. {@code 12.0} and {@code 1e3} are whole, as in JSON Schema; {@code 12.5} is not. */
    static long count(JsonParser in, Field field) throws IOException, Rejection {
        long value =
                switch (in.currentToken()) {
                    case VALUE_NUMBER_INT -> integer(in, field);
                    case VALUE_NUMBER_FLOAT -> whole(in, field);
                    case VALUE_NULL -> field.absent;
                    default -> throw wrongType(in, field.wireName, "an integer");
                };
        if (value < field.min) {
            throw new Rejection(Reason.OUT_OF_RANGE, field.wireName + " is less than " + field.min);
        }
        return value;
    }

    private static long integer(JsonParser in, Field field) throws IOException, Rejection {
        if (in.getNumberType() == NumberType.BIG_INTEGER) {
            throw new Rejection(Reason.OUT_OF_RANGE, field.wireName + " does not fit in 64 bits");
        }
        return in.getLongValue();
    }

    private static long whole(JsonParser in, Field field) throws IOException, Rejection {
        double value = in.getDoubleValue();
        if (value != Math.rint(value)) {
            throw new Rejection(
                    Reason.WRONG_TYPE, field.wireName + " is a number with a fraction; an integer is expected");
        }
        if (Math.abs(value) > EXACT_WHOLE) {
            throw new Rejection(
                    Reason.OUT_OF_RANGE,
                    field.wireName + " is too large a number to be written with a fraction or exponent");
        }
        return (long) value;
    }

    /** The fault of a value of another type than the expected one. */
    static Rejection wrongType(JsonParser in, String field, String expected) {
        return new Rejection(
                Reason.WRONG_TYPE, field + " is " + typeName(in.currentToken()) + "; " + expected + " is expected");
    }

    private static String typeName(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "an integer";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "not a value";
        };
    }
}
