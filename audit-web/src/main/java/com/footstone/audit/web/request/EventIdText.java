package com.footstone.audit.web.request;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;

/** The place of a record in Kafka, as the last part of an address. */
public final class EventIdText {

    private EventIdText() {}

    /**
     * Reads the text.
     *
     * @throws InvalidParameterException if it is no place
     */
    public static EventId parse(String id) {
        try {
            return EventId.parse(id);
        } catch (InvalidValueException e) {
            throw new InvalidParameterException("id", "is not of the form topic:partition:offset");
        }
    }
}
