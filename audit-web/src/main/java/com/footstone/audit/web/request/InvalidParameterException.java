package com.footstone.audit.web.request;

import com.footstone.audit.model.InvalidValueException;

/** A parameter that cannot be what the client meant. The message names it and the rule, and does not repeat the value. */
public final class InvalidParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * @param parameter name of the parameter at fault
     * @param fault what is wrong with it and what would be right, readable after the name
     */
    public InvalidParameterException(String parameter, String fault) {
        super(parameter + " " + fault);
        this.parameter = parameter;
    }

    /** A value that a question does not accept; its fields are named like the parameters. */
    static InvalidParameterException of(InvalidValueException e) {
        return new InvalidParameterException(
                e.field(), e.getMessage().substring(e.field().length() + 1));
    }

    /** Name of the parameter at fault. */
    public String parameter() {
        return parameter;
    }
}
