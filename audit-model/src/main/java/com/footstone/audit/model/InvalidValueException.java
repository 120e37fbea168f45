package com.footstone.audit.model;

/**
 * A value that a record of the model does not accept. The message names the field and the rule it broke and never repeats
 * the value, which may hold a secret.
 */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field name of the field at fault, as it is spelled on the wire
     * @param fault what is wrong with it, readable after the name ("is less than 0")
     */
    public InvalidValueException(String field, String fault) {
        super(field + " " + fault);
        this.field = field;
    }

    /** Name of the field at fault. */
    public String field() {
        return field;
    }
}
