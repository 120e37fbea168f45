package com.footstone.audit.command;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.footstone.audit.analysis.Schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CommandLineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void saysAllThatTheTextTells() throws IOException {
        JsonNode answer =
                only("UPDATE orders o SET total = 12.50 FROM customers c WHERE c.id = o.customer AND c.mail = 'a@b.c'");

        assertThat(answer.at("/fingerprint").asText()).matches("[0-9a-f]{32}");
        assertThat(answer.at("/normalized").asText())
                .isEqualTo("update orders o set total = ? from customers c where c.id = o.customer and c.mail = ?");
        assertThat(answer.at("/redacted").asText())
                .isEqualTo("UPDATE orders o SET total = ? FROM customers c WHERE c.id = o.customer AND c.mail = ?");
        assertThat(answer.at("/kind").asText()).isEqualTo("UPDATE");
        assertThat(answer.at("/tables").toString()).isEqualTo("{\"read\":[\"customers\"],\"written\":[\"orders\"]}");
        assertThat(answer.at("/columns/assigned").toString()).isEqualTo("[\"orders.total\"]");
        assertThat(answer.at("/columns/filtered").toString())
                .isEqualTo("[\"customers.id\",\"customers.mail\",\"orders.customer\"]");
        assertThat(answer.at("/complete").asBoolean()).isTrue();
        assertThat(answer.at("/findings").isArray()).isTrue();
        assertThat(answer.at("/microseconds").isIntegralNumber()).isTrue();
    }

    @Test
    void judgesByTheRulesOfTheServer() throws IOException {
        JsonNode finding = only("DELETE FROM cart").at("/findings/0");

        assertThat(finding.at("/rule").asText()).isEqualTo("NoWhere");
        assertThat(finding.at("/severity").asText()).isEqualTo("CRITICAL");
        assertThat(finding.at("/confidence").asInt()).isEqualTo(100);
    }

    @Test
    void saysWhatItCouldNotRead() throws IOException {
        JsonNode answer = only("SELECT a FROM t WHERE b = 'never ends");

        assertThat(answer.at("/complete").asBoolean()).isFalse();
        assertThat(answer.at("/gaps")).isNotEmpty();
        assertThat(answer.toString()).doesNotContain("never ends");
    }

    @Test
    void answersEachStatementInOrder() throws IOException {
        List<JsonNode> answers =
                answers("SELECT a\nFROM t\n;;\r\nnonsense here\n;;\n\n  ;;  \nSELECT ';;'\n;;\nCOMMIT\n;;\n");

        assertThat(answers)
                .extracting(answer -> answer.at("/kind").asText())
                .containsExactly("SELECT", "UNKNOWN", "UNKNOWN", "SELECT", "TCL");
        assertThat(answers.get(0).at("/redacted").asText()).isEqualTo("SELECT a\nFROM t");
        assertThat(answers.get(2).at("/complete").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"postgresql, postgresql", "MySQL, mysql", "sqlserver, microsoft.sql_server", "oracle, oracle"})
    void knowsDatabasesByTheirNames(String name, String dbSystem) {
        assertThat(Call.of(List.of("analyze", "--dialect", name)).dbSystem()).isEqualTo(dbSystem);
    }

    @Test
    void readsInTheWayThatHidesMostIfNoDatabaseIsNamed() {
        assertThat(Call.of(List.of("analyze")).dbSystem()).isEqualTo("other_sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "judge",
                "analyze --dialect",
                "analyze --dialect cobol",
                "analyze postgresql",
                "analyze --rules",
                "analyze --schema",
                "analyze --schema a.sql --schema b.sql"
            })
    void saysHowToCallIt(String arguments) {
        List<String> list = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Call.of(list))
                .withMessageContaining("Use: analyze [--dialect ");
    }

    @Test
    void judgesByRulesOfTheCallersOwnToo(@TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("payroll.yaml"), """
                rules:
                  - id: PayrollRead
                    title: Payroll read
                    severity: HIGH
                    message: Somebody reads the payroll.
                    page: Ask who, and why.
                    when:
                      tablesRead: payroll
                """);

        List<JsonNode> answers = answers("SELECT a FROM payroll WHERE id = 1\n;;\nSELECT a FROM t WHERE id = 1", rules);

        assertThat(answers.get(0).at("/findings").findValuesAsText("rule")).contains("PayrollRead");
        assertThat(answers.get(1).at("/findings").findValuesAsText("rule")).doesNotContain("PayrollRead");
    }

    @Test
    void knowsWhatIsBehindAViewOfADeclaredSchema(@TempDir Path folder) throws IOException {
        Path ddl = Files.writeString(
                folder.resolve("shop.sql"),
                "CREATE TABLE customer (id int, email text); CREATE VIEW mailing AS SELECT email AS sent_to FROM customer;");
        Call call = Call.of(List.of("analyze", "--dialect", "postgresql", "--schema", ddl.toString()));
        String answer;
        try (Advice advice = new Advice(call.dbSystem(), List.of(), CommandLine.declared(call))) {
            answer = advice.on("SELECT sent_to FROM mailing");
        }

        assertThat(JSON.readTree(answer).at("/tables/read").toString()).isEqualTo("[\"customer\",\"mailing\"]");
        assertThat(JSON.readTree(answer).at("/columns/selected").toString())
                .isEqualTo("[\"customer.email\",\"mailing.sent_to\"]");
    }

    @Test
    void saysWhichSchemaCannotBeUsed(@TempDir Path folder) {
        Call call = Call.of(
                List.of("analyze", "--schema", folder.resolve("none.sql").toString()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.declared(call))
                .withMessageContaining("none.sql cannot be read");
    }

    @Test
    void saysWhichRuleCannotBeUsed(@TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("payroll.yaml"), "rules:\n- id: NoWhere\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleSet.of(List.of(rules)))
                .withMessageContaining(rules + ", line 2, rule NoWhere: title is missing");
    }

    private static JsonNode only(String sql) throws IOException {
        List<JsonNode> answers = answers(sql);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private static List<JsonNode> answers(String input, Path... rules) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        StatementSource statements = new StatementSource(new StringReader(input));
        try (Advice advice = new Advice("postgresql", RuleSet.of(List.of(rules)), Schemas.NONE)) {
            for (String sql = statements.next(); sql != null; sql = statements.next()) {
                String line = advice.on(sql);
                assertThat(line).doesNotContain("\n");
                answers.add(JSON.readTree(line));
            }
        }
        return answers;
    }
}
