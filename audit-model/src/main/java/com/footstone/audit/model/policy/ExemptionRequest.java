package com.footstone.audit.model.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.footstone.audit.model.InvalidValueException;

/**
 * What somebody asks to have exempted: findings of some rules, on some executions, for a time.
 *
 * @param rules ids of the rules
 * @param where the executions; never all of them. Tables are told by {@code onlyTables}, so that a statement that joins
 *     another one in is not exempted
 * @param reason why
 * @param owner who asks, and answers for it
 * @param expires until when: what is received from then on is judged as if there were no exemption
 */
public record ExemptionRequest(List<String> rules, Scope where, String reason, String owner, Instant expires) {

    /** Longest time that an exemption can be asked for: it must be thought over again once a year. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int MAX_RULES = 50;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_OWNER = 1024;

    public ExemptionRequest {
        rules = Entries.texts(rules, "rules", MAX_RULES, LONGEST_ID);
        if (rules.isEmpty()) {
            throw new InvalidValueException("rules", "names no rule");
        }
        Objects.requireNonNull(where, "where is null");
        if (where.everything()) {
            throw new InvalidValueException("where", "has no condition; to switch a rule off for all, adjust it");
        }
        if (!where.tables().isEmpty()) {
            throw new InvalidValueException(
                    "where.tables", "would exempt statements that join other tables in; use onlyTables");
        }
        Entries.text(reason, "reason", LONGEST_REASON);
        Entries.text(owner, "owner", LONGEST_OWNER);
        Objects.requireNonNull(expires, "expires is null");
    }

    /**
     * Refuses conditions that, taken together, leave nothing out. What was asked for before this was refused stays readable.
     *
     * @param path where the conditions stand in what was sent
     * @throws InvalidValueException naming the first of them
     */
    public void requireSelective(String path) {
        where.metByAll().ifPresent(field -> {
            throw new InvalidValueException(
                    path + "." + field,
                    "leaves nothing out, nor does any other condition; to switch a rule off for all, adjust it");
        });
    }

    /**
     * Refuses a time that has passed or is too far away.
     *
     * @throws InvalidValueException naming the field
     */
    public void requireTimely(Instant now) {
        if (!expires.isAfter(now)) {
            throw new InvalidValueException("expires", "has passed");
        }
        if (expires.isAfter(now.plus(LONGEST))) {
            throw new InvalidValueException("expires", "is more than " + LONGEST.toDays() + " days away");
        }
    }
}
