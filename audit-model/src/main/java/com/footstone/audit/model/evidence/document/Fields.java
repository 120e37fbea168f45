package com.footstone.audit.model.evidence.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.Seal;

/** The members of a JSON object by name, read as what they should be. */
final class Fields {

    private final Map<String, Object> members;

    private Fields(Map<String, Object> members) {
        this.members = members;
    }

    static Fields read(String json) {
        return new Fields(JsonText.object(json));
    }

    static Fields write() {
        return new Fields(new LinkedHashMap<>());
    }

    /** Adds a member; a moment is written as ISO-8601, a hash in hex. */
    Fields with(String name, Object value) {
        members.put(name, value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
        return this;
    }

    Fields with(Seal seal) {
        return with("keyId", seal.keyId()).with("signature", seal.signature());
    }

    String json() {
        return JsonText.of(members);
    }

    String text(String name) {
        return as(String.class, name);
    }

    long number(String name) {
        return as(Long.class, name);
    }

    int small(String name) {
        long value = number(name);
        if (value != (int) value) {
            throw new InvalidValueException(name, "is too large");
        }
        return (int) value;
    }

    Hash hash(String name) {
        return Hash.parse(text(name));
    }

    List<Hash> hashes(String name) {
        List<?> items = as(List.class, name);
        return items.stream().map(String::valueOf).map(Hash::parse).toList();
    }

    Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new InvalidValueException(name, "is not a time");
        }
    }

    Optional<Instant> maybeTime(String name) {
        return members.get(name) == null ? Optional.empty() : Optional.of(time(name));
    }

    Seal seal() {
        return new Seal(text("keyId"), text("signature"));
    }

    private <T> T as(Class<T> type, String name) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new InvalidValueException(name, "is missing or not what it should be");
        }
        return type.cast(value);
    }
}
