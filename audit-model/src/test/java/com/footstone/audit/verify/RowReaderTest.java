package com.footstone.audit.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.evidence.CanonicalRow;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.RowFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RowReaderTest {

    @Test
    void rowsAreCutWhereTheyEnd() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Row> expected = new ArrayList<>();
        for (long offset : new long[] {0, 1, 300, Long.MAX_VALUE}) {
            CanonicalRow row = row(offset, "x".repeat((int) Math.min(offset, 100_000)), List.of("a", "", "b"));
            expected.add(new Row(offset, row.leaf()));
            out.writeBytes(row.bytes());
        }

        assertThat(read(out.toByteArray())).isEqualTo(expected);
    }

    @Test
    void everyBitOfEveryColumnIsInTheHash() throws IOException {
        byte[] row = row(5, "select ?", List.of("t")).bytes();
        Hash leaf = read(row).get(0).leaf();
        for (int bit = 0; bit < row.length * 8; bit++) {
            byte[] changed = row.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(leaves(changed)).as("bit " + bit).doesNotContain(leaf);
        }
    }

    @Test
    void anAnswerThatIsCutOffIsNoAnswer() {
        byte[] row = row(5, "select ?", List.of("t")).bytes();
        for (int length = 1; length < row.length; length++) {
            byte[] cut = Arrays.copyOf(row, length);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(cut));
        }
    }

    @Test
    void aRowThatWasSealedBeforeThereWereMoreColumnsIsHashedWithoutThem() throws IOException {
        CanonicalRow row = new CanonicalRow();
        write(row, RowFormat.columns(1), 7, "x", List.of("t"));

        assertThat(RowFormat.columns(1)).last().isEqualTo(new RowFormat.Column("unchecked", RowFormat.Type.TEXTS));
        assertThat(RowFormat.names(1)).endsWith(", findings, unchecked");
        assertThat(RowFormat.columns(RowFormat.VERSION)).isEqualTo(RowFormat.COLUMNS);
        assertThat(new RowReader(new ByteArrayInputStream(row.bytes()), 1).next())
                .contains(new Row(7, row.leaf()));
    }

    @Test
    void aVersionThatIsNotKnownIsToldAsOne() {
        assertThat(RowFormat.knows(0)).isFalse();
        assertThat(RowFormat.knows(1)).isTrue();
        assertThat(RowFormat.knows(RowFormat.VERSION)).isTrue();
        assertThat(RowFormat.knows(RowFormat.VERSION + 1)).isFalse();
    }

    private static List<Hash> leaves(byte[] rows) {
        try {
            return read(rows).stream().map(Row::leaf).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Row> read(byte[] rows) throws IOException {
        RowReader reader = new RowReader(new ByteArrayInputStream(rows), RowFormat.VERSION);
        List<Row> read = new ArrayList<>();
        for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            read.add(row.get());
        }
        return read;
    }

    private static CanonicalRow row(long offset, String text, List<String> texts) {
        CanonicalRow row = new CanonicalRow();
        write(row, RowFormat.COLUMNS, offset, text, texts);
        return row;
    }

    private static void write(
            CanonicalRow row, List<RowFormat.Column> columns, long offset, String text, List<String> texts) {
        for (RowFormat.Column column : columns) {
            switch (column.type()) {
                case TEXT -> row.text(text);
                case TEXTS -> row.texts(texts);
                case FLAG -> row.flag(true);
                case INT8 -> row.int8(-1);
                case UINT8 -> row.uint8(200);
                case INT32 -> row.int32(-7);
                case INT64 -> row.int64(column.name().equals("offset") ? offset : -1);
                case MICROS -> row.micros(Instant.EPOCH);
                case MILLIS -> row.millis(Instant.EPOCH);
            }
        }
    }
}
