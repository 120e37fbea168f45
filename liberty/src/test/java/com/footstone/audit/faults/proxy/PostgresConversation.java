package com.footstone.audit.faults.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * PostgreSQL's protocol without TLS: the service claims a batch in one transaction and finishes it in another, which is
 * the one that adds to the catalogue of statements.
 */
final class PostgresConversation implements Conversation {

    private static final int KEPT = 4096;
    /** Requests that may come before the one that begins a session: for TLS, for GSS encryption. */
    private static final int LOWEST_OF_REQUESTS = 80_877_102;

    private final Frames opening = new Frames(0, 0, Integer.BYTES * 2);
    private final Frames messages = new Frames(1, 1, KEPT);
    private final Map<String, String> prepared = new HashMap<>();
    private boolean open;
    private boolean claims;
    private boolean finishes;
    private Moment awaited;

    @Override
    public synchronized List<Found> sent(byte[] bytes, int length) {
        List<Found> found = new ArrayList<>();
        if (open) {
            messages.read(bytes, 0, length, (message, at) -> message(message, at, found));
        } else {
            // One packet each, since the server answers before the client goes on.
            opening.read(bytes, 0, length, (packet, at) -> open = Bytes.int32(packet, 4) < LOWEST_OF_REQUESTS);
        }
        return found;
    }

    private void message(byte[] message, int at, List<Found> found) {
        int body = 1 + Integer.BYTES;
        switch (message[0]) {
            case 'Q' -> execute(Bytes.text(message, body), at, found);
            case 'P' -> {
                String name = Bytes.text(message, body);
                int query = body + name.length() + 1;
                prepared.put(name, query < message.length ? Bytes.text(message, query) : "");
            }
            case 'B' -> {
                int statement = body + Bytes.text(message, body).length() + 1;
                execute(prepared.getOrDefault(Bytes.text(message, statement), ""), at, found);
            }
            default -> {
                // Describes, synchronises or ends.
            }
        }
    }

    private void execute(String sql, int at, List<Found> found) {
        String text = sql.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("begin") || text.startsWith("rollback")) {
            claims = false;
            finishes = false;
        } else if (text.startsWith("update intake_position")) {
            claims = true;
        } else if (text.startsWith("insert into statement")) {
            finishes = true;
            found.add(new Found(at, Moment.FINISH_BEGUN));
        } else if (text.startsWith("commit") && (claims || finishes)) {
            found.add(new Found(at, finishes ? Moment.FINISH_SENT : Moment.CLAIM_SENT));
            awaited = finishes ? Moment.FINISH_ANSWERED : Moment.CLAIM_ANSWERED;
            claims = false;
            finishes = false;
        }
    }

    @Override
    public synchronized List<Found> answered(byte[] bytes, int length) {
        if (awaited == null) {
            return List.of();
        }
        Moment moment = awaited;
        awaited = null;
        return List.of(new Found(0, moment));
    }
}
