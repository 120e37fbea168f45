package com.footstone.audit.faults.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The moments are found in whatever pieces the bytes arrive. */
class ConversationTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 100_000})
    void anInsertIsFollowedFromItsBeginningToItsLastByte(int piece) {
        String rows = "INSERT INTO events VALUES " + "x".repeat(1_000);
        byte[] request = ascii("POST /?session_id=1 HTTP/1.1\r\nContent-Length: " + rows.length() + "\r\n\r\n" + rows);
        Conversation conversation = new ClickHouseConversation();

        assertThat(moments(conversation, ascii("POST / HTTP/1.1\r\nContent-Length: 8\r\n\r\nSELECT 1"), piece))
                .isEmpty();
        assertThat(conversation.answered(ascii("HTTP/1.1 200 OK"), 15)).isEmpty();
        for (int again = 0; again < 2; again++) {
            assertThat(moments(conversation, request, piece))
                    .containsExactly(Moment.INSERT_BEGUN, Moment.INSERT_HALF, Moment.INSERT_SENT);
            assertThat(conversation.answered(ascii("HTTP/1.1 200 OK"), 15))
                    .containsExactly(new Found(0, Moment.INSERT_ANSWERED));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 100_000})
    void anInsertInChunksIsFollowedToo(int piece) {
        String rows = "insert into events " + "y".repeat(0x10000 - 19);
        byte[] request =
                ascii("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n10000\r\n" + rows + "\r\n0\r\n\r\n");

        assertThat(moments(new ClickHouseConversation(), request, piece))
                .containsExactly(Moment.INSERT_BEGUN, Moment.INSERT_HALF, Moment.INSERT_SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT+INTO+events+%28topic%29", "INSERT%20INTO%20%60events%60%20FORMAT%20RowBinary"})
    void anInsertIsKnownByItsAddress(String statement) {
        byte[] request = ascii("POST /?query=" + statement + " HTTP/1.1\r\nContent-Length: 4\r\n\r\nrows");

        assertThat(moments(new ClickHouseConversation(), request, 1))
                .containsExactly(Moment.INSERT_BEGUN, Moment.INSERT_HALF, Moment.INSERT_SENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100_000})
    void aFinishIsToldFromAClaimByWhatItsTransactionDid(int piece) {
        Conversation conversation = new PostgresConversation();
        moments(conversation, packet(80_877_103), 100_000);
        moments(conversation, packet(196_608), 100_000);

        assertThat(moments(conversation, statements("BEGIN", "update intake_position set epoch=1", "COMMIT"), piece))
                .containsExactly(Moment.CLAIM_SENT);
        assertThat(conversation.answered(new byte[1], 1)).containsExactly(new Found(0, Moment.CLAIM_ANSWERED));
        assertThat(moments(
                        conversation,
                        statements("BEGIN", "update intake_position set x=1", "insert into statement (a)", "COMMIT"),
                        piece))
                .containsExactly(Moment.FINISH_BEGUN, Moment.FINISH_SENT);
        assertThat(conversation.answered(new byte[1], 1)).containsExactly(new Found(0, Moment.FINISH_ANSWERED));
        assertThat(moments(conversation, statements("BEGIN", "select 1", "COMMIT"), piece))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100_000})
    void anAcknowledgementIsKnownByItsNumber(int piece) {
        Conversation conversation = new KafkaConversation();

        assertThat(moments(conversation, kafka((short) 1, 40), piece)).isEmpty();
        assertThat(moments(conversation, kafka((short) 8, 41), piece)).containsExactly(Moment.ACK_SENT);
        byte[] other = answer(40);
        assertThat(conversation.answered(other, other.length)).isEmpty();
        byte[] answer = answer(41);
        assertThat(conversation.answered(answer, answer.length)).containsExactly(new Found(0, Moment.ACK_ANSWERED));
    }

    private static List<Moment> moments(Conversation conversation, byte[] bytes, int piece) {
        List<Moment> moments = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += piece) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece));
            conversation.sent(part, part.length).forEach(found -> moments.add(found.moment()));
        }
        return moments;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] packet(int code) {
        return ByteBuffer.allocate(8).putInt(8).putInt(code).array();
    }

    private static byte[] kafka(short key, int correlation) {
        return ByteBuffer.allocate(30)
                .putInt(26)
                .putShort(key)
                .putShort((short) 9)
                .putInt(correlation)
                .array();
    }

    private static byte[] answer(int correlation) {
        return ByteBuffer.allocate(20).putInt(16).putInt(correlation).array();
    }

    /** Each prepared without a name, bound and executed. */
    private static byte[] statements(String... all) {
        ByteBuffer buffer = ByteBuffer.allocate(4_096);
        for (String sql : all) {
            buffer.put((byte) 'P').putInt(4 + 1 + sql.length() + 1 + 2).put((byte) 0);
            buffer.put(ascii(sql)).put((byte) 0).putShort((short) 0);
            buffer.put((byte) 'B').putInt(4 + 2).put((byte) 0).put((byte) 0);
            buffer.put((byte) 'E').putInt(4 + 1 + 4).put((byte) 0).putInt(0);
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
