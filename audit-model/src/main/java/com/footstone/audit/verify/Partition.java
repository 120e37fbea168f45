package com.footstone.audit.verify;

/** A partition of a topic. */
record Partition(String topic, int number) {

    /** The place of a batch in it, for people. */
    String batch(long from, long to) {
        return this + " batch [" + from + ", " + to + "):";
    }

    @Override
    public String toString() {
        return topic + ":" + number;
    }
}
