package com.footstone.audit.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identity of a stored event: the place of its record in Kafka. Producers may resend an event, but a place in a topic is
 * written once, so this is what "counted once" is measured by.
 *
 * <p>The text form is {@code topic:partition:offset}; topic names cannot hold a colon.
 *
 * @param topic Kafka topic, 1 to 249 characters of {@code [a-zA-Z0-9._-]}
 * @param partition partition of the topic, from 0
 * @param offset offset in the partition, from 0
 */
public record EventId(String topic, int partition, long offset) implements Comparable<EventId> {

    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final Pattern TEXT = Pattern.compile("([a-zA-Z0-9._-]{1,249}):(\\d{1,9}):(\\d{1,18})");

    public EventId {
        Checks.requireText(topic, "topic");
        if (!TOPIC.matcher(topic).matches()) {
            throw new InvalidValueException("topic", "is not a Kafka topic name");
        }
        Checks.requireAtLeast(partition, "partition", 0);
        Checks.requireAtLeast(offset, "offset", 0);
    }

    /**
     * Reads the text form.
     *
     * @throws InvalidValueException if the text is not {@code topic:partition:offset}
     */
    public static EventId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidValueException("id", "is not of the form topic:partition:offset");
        }
        return new EventId(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    @Override
    public int compareTo(EventId other) {
        int byTopic = topic.compareTo(other.topic);
        if (byTopic != 0) {
            return byTopic;
        }
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return topic + ":" + partition + ":" + offset;
    }
}
