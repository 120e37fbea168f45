package com.footstone.audit.sink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.evidence.RowFormat;
import com.footstone.audit.model.evidence.RowWriter;

import static org.assertj.core.api.Assertions.assertThat;

class EventRowTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void valuesComeInTheOrderAndOfTheTypesOfTheFormat() {
        Types written = new Types();
        EventRow.write(event(), NOW, written);

        assertThat(written.types)
                .isEqualTo(
                        RowFormat.COLUMNS.stream().map(RowFormat.Column::type).toList());
    }

    private static AuditedEvent event() {
        Statement statement = new Statement(
                "f",
                "select ?",
                StatementKind.SELECT,
                List.of("a"),
                List.of(),
                List.of(),
                Presence.ABSENT,
                Presence.ABSENT,
                List.of());
        AnalysedEvent analysed = new AnalysedEvent(
                new EventId("t", 0, 7),
                SqlEvent.builder("select 1", NOW).build(),
                statement,
                "select ?",
                "",
                OptionalLong.empty(),
                OptionalLong.empty());
        return new AuditedEvent(analysed, new Verdict(Severity.SAFE, RiskScore.NONE, 100, List.of(), List.of()));
    }

    /** Remembers what kind of values it was given. */
    private static final class Types implements RowWriter {
        private final List<RowFormat.Type> types = new ArrayList<>();

        @Override
        public void text(String value) {
            types.add(RowFormat.Type.TEXT);
        }

        @Override
        public void texts(List<String> values) {
            types.add(RowFormat.Type.TEXTS);
        }

        @Override
        public void flag(boolean value) {
            types.add(RowFormat.Type.FLAG);
        }

        @Override
        public void int8(int value) {
            types.add(RowFormat.Type.INT8);
        }

        @Override
        public void uint8(int value) {
            types.add(RowFormat.Type.UINT8);
        }

        @Override
        public void int32(int value) {
            types.add(RowFormat.Type.INT32);
        }

        @Override
        public void int64(long value) {
            types.add(RowFormat.Type.INT64);
        }

        @Override
        public void micros(Instant value) {
            types.add(RowFormat.Type.MICROS);
        }

        @Override
        public void millis(Instant value) {
            types.add(RowFormat.Type.MILLIS);
        }
    }
}
