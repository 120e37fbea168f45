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

    private static final int MAX_TOPIC_LENGTH = 249;
    private static final Pattern TEXT = Pattern.compile("([a-zA-Z0-9._-]{1,249}):(\\d{1,10}):(\\d{1,19})");

    public EventId {
        Checks.requireText(topic, "topic");
        if (!isTopicName(topic)) {
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
        try {
            return new EventId(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
        } catch (NumberFormatException e) {
            throw new InvalidValueException("id", "has a partition or offset that is too large");
        }
    }

    /** Written out, because one id is made for every record. */
    private static boolean isTopicName(String topic) {
        if (topic.length() > MAX_TOPIC_LENGTH) {
            return false;
        }
        for (int i = 0; i < topic.length(); i++) {
            char c = topic.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
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
