package com.footstone.audit.checking.sensitive;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why data is sensitive. */
public enum Tag {
    /** Says something of a person: name, birth, pay. */
    PERSONAL(false),
    /** Reaches a person: e-mail, telephone, postal address. */
    CONTACT(false),
    /** Where a person is or lives. */
    LOCATION(false),
    /** A number that a state gives to a person: passport, social security, tax. */
    IDENTITY(true),
    /** Cards and accounts that money is taken from. */
    PAYMENT(true),
    /** Illness, treatment, the body. */
    HEALTH(true),
    /** What may cost a person most: belief, origin, orientation, conviction. */
    SPECIAL(true),
    /** Passwords, tokens, keys. */
    CREDENTIALS(true),
    /** Whatever else the operator declares. */
    CONFIDENTIAL(true);

    private final boolean grave;

    Tag(boolean grave) {
        this.grave = grave;
    }

    /** Whether even a single value in the wrong hands does harm that cannot be undone. */
    public boolean grave() {
        return grave;
    }

    static Optional<Tag> of(String name) {
        for (Tag tag : values()) {
            if (tag.name().equalsIgnoreCase(name)) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }

    /** The names in small letters, separated by commas. */
    static String names(Collection<Tag> tags) {
        Set<Tag> sorted = EnumSet.noneOf(Tag.class);
        sorted.addAll(tags);
        return sorted.stream().map(tag -> tag.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
