package com.footstone.audit.checking.declared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.SqlEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Does what {@code docs/rules/own-rules.md} says of rules in YAML. */
class OwnRulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "rules", "own-rules.md");

    @Test
    void theRuleOfThePageDoesWhatItSays() throws IOException {
        RuleProbe rule = new RuleProbe(read().get(0));

        rule.finding(payrollRead("2026-01-05T22:00:00Z", "ann"));
        rule.isClear(payrollRead("2026-01-05T22:00:00Z", "report"));
        rule.isClear(payrollRead("2026-01-05T12:00:00Z", "ann"));
        rule.finding(payrollRead("2026-01-05T05:59:00Z", null));
    }

    @Test
    void thePageNamesEveryConditionAndNoOther() throws IOException {
        String known = RuleText.read(RuleText.HEAD + "    when: {nothing: 1}\n")
                .faults()
                .get(0);
        List<String> conditions = List.of(known.substring(known.lastIndexOf("known are ") + "known are ".length())
                .split(", "));
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("| Condition |"));

        assertThat(Pattern.compile("`([a-zA-Z]+)`")
                        .matcher(table.lines()
                                .filter(line -> line.startsWith("| `"))
                                .map(line -> line.substring(0, line.indexOf('|', 1)))
                                .reduce("", String::concat))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(conditions);
    }

    private static AnalysedEvent payrollRead(String time, String user) {
        AnalysedEvent event = AnalysedText.of("SELECT amount FROM hr.payroll WHERE staff = 7");
        SqlEvent told = SqlEvent.builder(event.event().sql(), Instant.parse(time))
                .dbUser(user)
                .build();
        return new AnalysedEvent(
                event.id(),
                told,
                event.statement(),
                event.redactedSql(),
                event.redactedError(),
                event.offset(),
                event.limit(),
                event.text());
    }

    private static List<DeclaredRule> read() throws IOException {
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        RuleFiles.Reading reading = RuleText.read(block.group(1));
        assertThat(reading.faults()).isEmpty();
        assertThat(Set.copyOf(reading.rules())).hasSize(1);
        return reading.rules();
    }
}
