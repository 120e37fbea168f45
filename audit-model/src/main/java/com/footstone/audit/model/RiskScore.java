package com.footstone.audit.model;

import java.util.List;

/**
 * Risk of one execution, 0 (none) to 100, with the parts that it is made of.
 *
 * @param value the sum of the parts' points, at most 100
 * @param parts what contributed, largest first
 */
public record RiskScore(int value, List<Part> parts) {

    public static final RiskScore NONE = new RiskScore(0, List.of());

    public RiskScore {
        Checks.requireBetween(value, "risk", 0, 100);
        parts = List.copyOf(parts);
        int sum = parts.stream().mapToInt(Part::points).sum();
        if (Math.min(100, sum) != value) {
            throw new InvalidValueException("risk", "is not the sum of its parts");
        }
    }

    /** The score that the parts add up to, capped at 100. */
    public static RiskScore of(List<Part> parts) {
        return new RiskScore(Math.min(100, parts.stream().mapToInt(Part::points).sum()), parts);
    }

    /**
     * One contribution.
     *
     * @param name what it is for, such as {@code severity}
     * @param points how much it adds, from 0
     */
    public record Part(String name, int points) {
        public Part {
            Checks.requireText(name, "name");
            Checks.requireAtLeast(points, "points", 0);
        }
    }
}
