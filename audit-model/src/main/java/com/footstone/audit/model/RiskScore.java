package com.footstone.audit.model;

import java.util.Comparator;
import java.util.List;

/**
 * Risk of one execution, 0 (none) to 100, with the parts that it is made of.
 *
 * @param value the sum of the parts' points, at most 100
 * @param parts what contributed; kept largest first, whatever the order given
 */
public record RiskScore(int value, List<Part> parts) {

    public static final RiskScore NONE = new RiskScore(0, List.of());

    public RiskScore {
        Checks.requireBetween(value, "risk", 0, 100);
        parts = Checks.copySorted(
                parts, "parts", Comparator.comparingInt(Part::points).reversed());
        if (capped(parts) != value) {
            throw new InvalidValueException("risk", "is not the sum of its parts");
        }
    }

    /** The score that the parts add up to, capped at 100. */
    public static RiskScore of(List<Part> parts) {
        return new RiskScore(capped(parts), parts);
    }

    private static int capped(List<Part> parts) {
        return (int) Math.min(100, parts.stream().mapToLong(Part::points).sum());
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
