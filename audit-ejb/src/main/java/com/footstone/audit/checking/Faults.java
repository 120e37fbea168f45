package com.footstone.audit.checking;

/** Counts what a rule threw while it ran over a batch. */
final class Faults {

    private int count;
    private String first = "";

    /** Notes an exception; says what to write into the verdict. Messages of exceptions may quote SQL and are not used. */
    String add(String rule, Throwable thrown, int events) {
        count += events;
        if (first.isEmpty()) {
            StackTraceElement[] stack = thrown.getStackTrace();
            first = thrown.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
        }
        return RuleFailure.of(rule, "failed with " + thrown.getClass().getSimpleName())
                .reason();
    }

    /**
     * Adds the faults of another run.
     *
     * @param most how many events it was about
     */
    void join(Faults others, int most) {
        count += Math.min(others.count, most);
        first = first.isEmpty() ? others.first : first;
    }

    /** Notes what somebody else has counted; an empty fault tells nothing. */
    void add(int events, String fault) {
        count += events;
        first = first.isEmpty() ? fault : first;
    }

    int count() {
        return count;
    }

    String first() {
        return first;
    }
}
