package com.footstone.audit.analysis;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No literal comes through, whatever stands around it. Canaries are literals that would be recognised if they did. */
class RedactionTest {

    private static final int TRIALS = 20_000;
    private static final String TEXT_CANARY = "Canary7uq";
    private static final String NUMBER_CANARY = "918273645";

    private static final List<String> LITERALS = List.of(
            "'" + TEXT_CANARY + "'",
            "'it''s " + TEXT_CANARY + "'",
            "N'" + TEXT_CANARY + "'",
            "'%" + TEXT_CANARY + "%'",
            "'{\"a\": \"" + TEXT_CANARY + "\"}'",
            "'-- " + TEXT_CANARY + "'",
            "'/* " + TEXT_CANARY + " */'",
            "'line\n" + TEXT_CANARY + "\n'",
            "'?" + TEXT_CANARY + ":x $1'",
            NUMBER_CANARY,
            "-" + NUMBER_CANARY,
            NUMBER_CANARY + ".5e-10",
            "." + NUMBER_CANARY,
            "0x" + NUMBER_CANARY,
            "1_" + NUMBER_CANARY);

    private static final List<String> CODE = List.of(
            "SELECT ",
            "UPDATE t SET a = ",
            " WHERE b = ",
            " AND (",
            ") ",
            " IN (",
            ", ",
            " LIKE ",
            " VALUES (",
            "::text ",
            " || ",
            "\"name\" ",
            "`name` ",
            " DATE ",
            " INTERVAL ",
            " BETWEEN ",
            ";\n",
            " -- a comment\n",
            " /* and one */ ",
            " /*+ hint */ ",
            "ARRAY[",
            "]",
            " CASE WHEN ",
            " ESCAPE ",
            " = ? ",
            " = :name ",
            " = $1 ",
            " @> ",
            "\t",
            " a.b ",
            " f(",
            " NULL ",
            " TRUE ");

    /** What makes garbage: halves of everything that opens and closes. */
    private static final List<String> GARBAGE = List.of(
            "'", "''", "\"", "`", "[", "]", "$$", "$a$", "$", "\\", "\\'", "/*", "*/", "--", "#", "(", ")", "{", "}",
            "q'[", "]'", "E'", "N'", "U&'", "x'", " ", "\n", ";", "?", ":", "@", "it's", "word ", "SELECT ", "\u0000",
            "\ud800", "é", "5", "/*!", "_utf8'", ".", ",");

    private final TextReader reader = new TextReader(AnalysisSettings.defaults());

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void hidesLiteralsInStatements(Dialect dialect) {
        Random random = new Random(20_260_101);
        for (int trial = 0; trial < TRIALS; trial++) {
            StringBuilder sql = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                sql.append(pick(CODE, random)).append(pick(LITERALS, random)).append(' ');
            }
            assertHidden(sql.toString(), dialect);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void hidesLiteralsInGarbage(Dialect dialect) {
        Random random = new Random(20_260_102);
        for (int trial = 0; trial < TRIALS; trial++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                text.append(pick(random.nextBoolean() ? GARBAGE : CODE, random));
            }
            text.append(" '").append(TEXT_CANARY).append("' ");
            for (int i = random.nextInt(8); i > 0; i--) {
                text.append(random.nextBoolean() ? pick(GARBAGE, random) : literalInGarbage(random));
            }
            assertHidden(text.toString(), dialect);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void storesNoCharacterThatATextColumnRefuses(Dialect dialect) {
        Random random = new Random(20_260_103);
        for (int trial = 0; trial < TRIALS; trial++) {
            char[] text = new char[random.nextInt(40) + 1];
            for (int i = 0; i < text.length; i++) {
                int kind = random.nextInt(4);
                text[i] = (char) (kind == 0 ? 0 : kind == 1 ? 0xd800 + random.nextInt(0x800) : 32 + random.nextInt(96));
            }
            TextReading reading = reader.read(new String(text), dialect);
            assertThat(reading.redactedSql()).matches(RedactionTest::isStorable);
            assertThat(reading.normalizedSql()).matches(RedactionTest::isStorable);
        }
    }

    /** What no database quotes, and what nobody knows to be quoted, may be data all the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SQL_SERVER | sp_addlogin \"bob\", \"Canary7uq\"",
                "SQL_SERVER | sp_addlogin bob, Canary7uq",
                "SQL_SERVER | xp_cmdshell Canary7uq",
                "SQL_SERVER | master..sp_addlogin bob, Canary7uq",
                "SQL_SERVER | [master]..[sp_addlogin] bob, \"Canary7uq\"",
                "SQL_SERVER | dbo.CreateLogin bob, Canary7uq",
                "SQL_SERVER | dbo.CreateLogin \"bob\", \"Canary7uq\"",
                "SQL_SERVER | EXEC sp_addlogin \"bob\", \"Canary7uq\"",
                "SQL_SERVER | EXEC sp_addlogin @name = bob, @password = Canary7uq",
                "SQL_SERVER | EXEC @rc = \"dbo\".\"p\" \"Canary7uq\"",
                "SQL_SERVER | EXEC p first, Canary7uq",
                "SQL_SERVER | EXEC p /* note */ \"Canary7uq\" SELECT 1",
                "SQL_SERVER | SELECT a FROM \"b\"; EXEC p \"Canary7uq\"",
                "SQL_SERVER | IF @a = 1 EXECUTE p Canary7uq ELSE EXECUTE q \"Canary7uq\"",
                "SQL_SERVER | SELECT 1; sp_addlogin \"bob\", \"Canary7uq\"",
                "SQL_SERVER | {call p(\"Canary7uq\")}",
                "SQL_SERVER | RAISERROR(\"Canary7uq\", 16, 1)",
                "SQL_SERVER | RAISERROR \"Canary7uq\"",
                "SQL_SERVER | Add \"Canary7uq\" to the list",
                "SQL_SERVER | Restore of \"Canary7uq\" was refused",
                "SQL_SERVER | Enable \"Canary7uq\"; Disable \"Canary7uq\"",
                "SQL_SERVER | Continue with \"Canary7uq\"",
                "ORACLE | Audit of \"Canary7uq\"",
                "ORACLE | ADMINISTER KEY MANAGEMENT SET KEYSTORE OPEN IDENTIFIED BY \"Canary7uq\"",
                "ORACLE | CREATE USER bob IDENTIFIED BY Canary7uq",
                "ORACLE | ALTER USER bob IDENTIFIED BY \"Canary7uq\" REPLACE \"Canary7uq\"",
                "ORACLE | GRANT CONNECT TO a, b IDENTIFIED BY Canary7uq, Canary7uq",
                "UNKNOWN | ALTER USER bob IDENTIFIED BY Canary7uq"
            })
    void hidesWhatLooksLikeANameAndIsNone(Dialect dialect, String sql) {
        assertHidden(sql, dialect);
        String other = sql.replace(TEXT_CANARY, "Another5xy");
        assertThat(reader.read(other, dialect).fingerprint())
                .isEqualTo(reader.read(sql, dialect).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXEC [dbo].[p] @a = [b], @c = DEFAULT",
                "EXEC @rc = dbo.p @a OUTPUT",
                "GRANT EXECUTE ON \"dbo\".\"p\" TO \"bob\"",
                "EXECUTE AS USER = @a; SELECT \"a\" FROM \"b\"",
                "EXEC p @a SELECT \"a\" FROM \"b\"",
                "BACKUP DATABASE \"Shop\" TO DISK = @a",
                "ENABLE TRIGGER \"t\" ON \"b\"",
                "SELECT \"A\" FROM \"B\"; foo"
            })
    void showsNames(String sql) {
        assertThat(reader.read(sql, Dialect.SQL_SERVER).redactedSql()).isEqualTo(sql);
    }

    @Test
    void keepsTheShapeOfTheText() {
        TextReading reading = reader.read(
                "SELECT a,\n  b FROM \"T\" -- for bob\nWHERE a IN (1, 2,3) AND b = 'x' AND c = $1 AND d = :d",
                Dialect.POSTGRESQL);
        assertThat(reading.redactedSql())
                .isEqualTo("SELECT a,\n  b FROM \"T\"  \nWHERE a IN (?, ?,?) AND b = ? AND c = $1 AND d = :d");
    }

    /**
     * Not those of several lines: garbage before them may begin a comment, and what is on the next line is a name then, to
     * any database. Digits are set apart, for those that touch a word are part of the word.
     */
    private static String literalInGarbage(Random random) {
        String literal = pick(LITERALS, random).replace('\n', ' ');
        return literal.startsWith("'") ? literal : " " + literal;
    }

    private void assertHidden(String sql, Dialect dialect) {
        TextReading reading = reader.read(sql, dialect);
        assertThat(reading.redactedSql())
                .as("redacted as %s: %s", dialect, visible(sql))
                .doesNotContainIgnoringCase(TEXT_CANARY)
                .doesNotContain(NUMBER_CANARY);
        assertThat(reading.normalizedSql())
                .as("normalized as %s: %s", dialect, visible(sql))
                .doesNotContainIgnoringCase(TEXT_CANARY)
                .doesNotContain(NUMBER_CANARY);
        Structure guess = TokenStructure.of(sql, dialect, reading.opaqueFrom(), Schema.NONE);
        assertThat(guess.tablesRead().toString() + guess.tablesWritten())
                .doesNotContainIgnoringCase(TEXT_CANARY)
                .doesNotContain(NUMBER_CANARY);
        assertThat(ParseText.of(sql, dialect, reading.opaqueFrom(), true).toString())
                .doesNotContainIgnoringCase(TEXT_CANARY)
                .doesNotContain(NUMBER_CANARY);
    }

    private static String visible(String text) {
        return text.replace("\u0000", "<NUL>").replace("\ud800", "<half>").replace("\n", "<LF>");
    }

    private static boolean isStorable(String text) {
        return text.indexOf(0) < 0 && text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000);
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
