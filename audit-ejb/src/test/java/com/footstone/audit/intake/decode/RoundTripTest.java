package com.footstone.audit.intake.decode;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.footstone.audit.intake.decode.DecodeResult.Decoded;
import com.footstone.audit.model.ExecutionLayer;
import com.footstone.audit.model.GuardReport;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlType;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever event a producer writes, the same is read. */
class RoundTripTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] TEXTS = {
        "", "x", "ann o'hara", "\"\\/", "größe", "€ 5", "\uD83D\uDC0B", "名前", "a\u00A0b"
    };

    private final Random random = new Random(20261121);

    @Test
    void events_come_back_as_they_were_written() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            SqlEvent event = anyEvent();

            Decoded decoded = Samples.decoded(Samples.decode(write(event)));

            assertThat(decoded.event()).isEqualTo(event);
            assertThat(decoded.unknownFields() + decoded.unknownValues()).isZero();
        }
    }

    /** An event with any value in each of its components, and each optional one left out at times. */
    private SqlEvent anyEvent() throws ReflectiveOperationException {
        RecordComponent[] components = SqlEvent.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals("sql") ? "SELECT '" + text() + "'" : any(types[i]);
        }
        return SqlEvent.class.getDeclaredConstructor(types).newInstance(values);
    }

    private Object any(Class<?> type) {
        if (type == String.class) {
            return random.nextInt(5) == 0 ? null : text();
        }
        if (type == long.class) {
            return random.nextLong() >>> (1 + random.nextInt(63));
        }
        if (type == SqlType.class) {
            return one(SqlType.values());
        }
        if (type == ExecutionLayer.class) {
            return one(ExecutionLayer.values());
        }
        if (type == Instant.class) {
            return Samples.NOON.minusSeconds(random.nextInt(7_000_000)).plusNanos(random.nextInt(1_000_000_000));
        }
        if (type == Map.class) {
            return random.nextBoolean() ? Map.of() : Map.of("1", text(), text() + "-2", text());
        }
        if (type == GuardReport.class) {
            return random.nextBoolean() ? null : anyReport();
        }
        throw new IllegalArgumentException("no values for " + type);
    }

    private GuardReport anyReport() {
        List<GuardReport.Violation> violations = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            violations.add(new GuardReport.Violation(one(Severity.values()), text(), text()));
        }
        return new GuardReport(random.nextBoolean(), one(Severity.values()), violations);
    }

    private String text() {
        return one(TEXTS) + one(TEXTS);
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** Fields in the order of the components; absent ones as {@code null}; half of the time not ASCII but escapes. */
    private byte[] write(SqlEvent event) throws IOException, ReflectiveOperationException {
        ObjectNode record = JSON.createObjectNode();
        for (RecordComponent component : SqlEvent.class.getRecordComponents()) {
            Object value = component.getAccessor().invoke(event);
            record.set(component.getName(), JSON.valueToTree(value instanceof Instant ? value.toString() : value));
        }
        return random.nextBoolean()
                ? JSON.writeValueAsBytes(record)
                : escaped(record.toString()).getBytes(StandardCharsets.US_ASCII);
    }

    private static String escaped(String json) {
        StringBuilder ascii = new StringBuilder();
        json.chars().forEach(c -> ascii.append(c < 0x80 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return ascii.toString();
    }
}
