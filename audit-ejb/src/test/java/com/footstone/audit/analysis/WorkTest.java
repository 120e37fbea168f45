package com.footstone.audit.analysis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Reading is linear in the length of the text, measured by how often the text is looked at and not by a clock. */
class WorkTest {

    private static final int SIZE = 20_000;

    private final TextReader reader = new TextReader(AnalysisSettings.defaults());

    /** A text that counts the looks at its characters. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private long looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks += end - start;
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "'",
                "''",
                "\"",
                "`",
                "\\'",
                "/*",
                "/**/",
                "*/",
                "--",
                "--'\n",
                "#",
                "$",
                "$a",
                "$a$",
                "$$",
                "[",
                "{",
                "? ",
                ":a",
                "::",
                "- ",
                "+",
                "-1",
                "1",
                "1e",
                "1,",
                "e'",
                "q'[",
                "a",
                "a ",
                " ",
                "\n",
                ";",
                "'a'",
                "'a'\n",
                "in (1, 2), ",
                "in (in (",
                "values (1, 2), (3, 4), ",
                "array[array[1, a], ",
                "array[",
                "case when ",
                "select 1 union ",
                "with a as (",
                "limit 1, ",
                "from a, ",
                "\u0000",
                "\ud800",
                "é"
            })
    void growsNoFasterThanTheText(String piece) {
        for (Dialect dialect : Dialect.values()) {
            long once = looks(piece, SIZE, dialect);
            long fourTimes = looks(piece, 4 * SIZE, dialect);
            assertThat((double) fourTimes / once)
                    .as("looks at 4 times the text, as %s", dialect)
                    .isLessThan(4.2);
            assertThat(once).as("looks at the text").isLessThan(60L * SIZE);
        }
    }

    private long looks(String piece, int length, Dialect dialect) {
        CountedText text =
                new CountedText(piece.repeat(length / piece.length() + 1).substring(0, length));
        reader.read(text, dialect);
        TokenStructure.of(text, dialect, length, Schema.NONE);
        return text.looks;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void readsTenMegabytes(Dialect dialect) {
        String longLiteral = "SELECT '" + "x".repeat(10 << 20) + "', 1";
        assertThat(reader.read(longLiteral, dialect).normalizedSql()).isEqualTo("select ?, ?");
        String longList = "SELECT a FROM t WHERE a IN (1" + ", 2".repeat(3 << 20) + ")";
        assertThat(reader.read(longList, dialect).normalizedSql()).isEqualTo("select a from t where a in (?)");
    }

    @Test
    void readsDeepNesting() {
        int depth = 10_000;
        TextReading reading =
                reader.read("SELECT " + "(".repeat(depth) + "1" + ")".repeat(depth) + " FROM t", Dialect.POSTGRESQL);
        assertThat(reading.depth()).isEqualTo(depth);
        assertThat(reading.redactedSql()).endsWith(") FROM t").contains("(?)");
    }
}
