package com.footstone.audit.faults.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kafka's protocol: the service writes letters and commits offsets. */
final class KafkaConversation implements Conversation {

    private static final int PRODUCE = 0;
    private static final int OFFSET_COMMIT = 8;

    private final Frames requests = new Frames(0, Integer.BYTES, 12);
    private final Frames answers = new Frames(0, Integer.BYTES, 8);
    /** What is awaited, by the number that an answer repeats. */
    private final Map<Integer, Moment> awaited = new HashMap<>();

    @Override
    public synchronized List<Found> sent(byte[] bytes, int length) {
        List<Found> found = new ArrayList<>();
        requests.read(bytes, 0, length, (request, at) -> {
            int key = Bytes.int16(request, 4);
            int correlation = Bytes.int32(request, 8);
            if (key == PRODUCE) {
                found.add(new Found(at, Moment.LETTER_SENT));
                awaited.put(correlation, Moment.LETTER_ANSWERED);
            } else if (key == OFFSET_COMMIT) {
                found.add(new Found(at, Moment.ACK_SENT));
                awaited.put(correlation, Moment.ACK_ANSWERED);
            }
        });
        return found;
    }

    @Override
    public synchronized List<Found> answered(byte[] bytes, int length) {
        List<Found> found = new ArrayList<>();
        answers.read(bytes, 0, length, (answer, at) -> {
            Moment moment = awaited.remove(Bytes.int32(answer, 4));
            if (moment != null) {
                found.add(new Found(at, moment));
            }
        });
        return found;
    }
}
