package com.footstone.audit.faults.proxy;

import java.util.ArrayList;
import java.util.List;

/** HTTP as ClickHouse speaks it: a batch is one request whose body begins with its insert. */
final class ClickHouseConversation implements Conversation {

    /** Of a body whose length was not told. */
    private static final int HALF_BYTES = 8_192;

    private final HttpRequests requests = new HttpRequests();
    /** Whether the request that is being read is known to be an insert. */
    private boolean known;

    private boolean halfPassed;
    private boolean awaited;

    @Override
    public synchronized List<Found> sent(byte[] bytes, int length) {
        List<Found> found = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < length; i++) {
            boolean last = requests.read(bytes[i]);
            if (requests.isInsert() && !known) {
                known = true;
                halfPassed = false;
                found.add(new Found(start, Moment.INSERT_BEGUN));
            }
            if (known && !halfPassed && (last || requests.bodyBytes() >= half())) {
                halfPassed = true;
                found.add(new Found(i, Moment.INSERT_HALF));
            }
            if (last) {
                if (known) {
                    found.add(new Found(i, Moment.INSERT_SENT));
                    awaited = true;
                }
                known = false;
                start = i + 1;
            }
        }
        return found;
    }

    private long half() {
        return requests.contentLength() > 0 ? requests.contentLength() / 2 : HALF_BYTES;
    }

    @Override
    public synchronized List<Found> answered(byte[] bytes, int length) {
        if (!awaited) {
            return List.of();
        }
        awaited = false;
        return List.of(new Found(0, Moment.INSERT_ANSWERED));
    }
}
