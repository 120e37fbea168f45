package com.footstone.audit.verify;

import java.io.PrintStream;

/** Tells what was found, as it is found. */
final class Report {

    private final PrintStream out;
    private long findings;
    private long open;
    private long partitions;
    private long batches;
    private long events;
    private long erased;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Something is not as it was stored. */
    void tampered(String place, String what) {
        findings++;
        out.println("TAMPERED " + printable(place + " " + what));
    }

    /** Something that only a later export can tell. */
    void undecided(String place, String what) {
        open++;
        out.println("UNDECIDED " + printable(place + " " + what));
    }

    /** Something that a person should know and that is no fault. */
    void note(String place, String what) {
        out.println("NOTE " + printable(place + " " + what));
    }

    void partition() {
        partitions++;
    }

    void batch() {
        batches++;
    }

    /** Events that were compared with their rows, or with their tombstones. */
    void events(int compared, int erasedOfThem) {
        events += compared;
        erased += erasedOfThem;
    }

    /** Sums up; returns what the command ends with. */
    int end() {
        String looked = partitions + " partitions, " + batches + " batches, " + events + " events compared, " + erased
                + " of them erased";
        if (findings > 0) {
            out.println("NOT INTACT " + findings + " findings in " + looked);
            return EvidenceCheck.TAMPERED;
        }
        out.println((open > 0 ? "NOT VERIFIED IN FULL " : "VERIFIED ") + looked);
        return open > 0 ? EvidenceCheck.UNDECIDED : EvidenceCheck.VERIFIED;
    }

    /** Names come from rows that anybody may have written. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
