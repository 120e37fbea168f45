package com.footstone.audit.checking.declared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.checking.Category;

import static org.assertj.core.api.Assertions.assertThat;

class RuleFilesTest {

    @TempDir
    private Path folder;

    private RuleFiles.Reading read(String text) throws IOException {
        return RuleFiles.read(Files.writeString(folder.resolve("r.yaml"), text), Set.of("CHECKER_SLOWQUERY_ENABLED"));
    }

    private static String rule(String id) {
        return """
                - id: %s
                  title: T
                  severity: low
                  message: M.
                  page: P
                  when: {kind: SELECT}
                """.formatted(id);
    }

    @Test
    void whatIsNotSaidHasADefault() throws IOException {
        DeclaredRule rule = read("rules:\n" + rule("Quiet")).rules().get(0);

        assertThat(rule.confidence()).isEqualTo(100);
        assertThat(rule.info().category()).isEqualTo(Category.SECURITY);
        assertThat(rule.info().enabled().key()).isEqualTo("checker.quiet.enabled");
        assertThat(rule.info().enabled().defaultValue()).isTrue();
        assertThat(rule.page()).isEqualTo("P");
    }

    @Test
    void aRuleMayBeOffUntilItIsSwitchedOn() throws IOException {
        assertThat(read("rules:\n" + rule("Quiet") + "  enabled: false\n")
                        .rules()
                        .get(0)
                        .info()
                        .enabled()
                        .defaultValue())
                .isFalse();
    }

    /** Each line: what stands in the place of the conditions, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | line 6, rule Odd: when has no condition; add one",
                "SELECT                          | line 6, rule Odd: when is not a block of fields, such as 'severity: HIGH'",
                "{kind: SELCT}                   | line 6, rule Odd: kind is 'SELCT'; it must be one of SELECT, INSERT",
                "{kind: []}                      | line 6, rule Odd: kind is an empty list; name something or leave it out",
                "{kind: {a: b}}                  | line 6, rule Odd: kind is not a single value; it must be one of SELECT",
                "{kind: [[SELECT]]}              | line 6, rule Odd: kind is not a single value",
                "{kind: }                        | line 6, rule Odd: kind is empty; it must be one of SELECT",
                "{tabels: t}                     | line 6, rule Odd: tabels is not known here; known are application, between",
                "{kind: SELECT, kind: UPDATE}    | line 6, rule Odd: kind is there twice; keep one",
                "{rowsAffectedOver: many}        | line 6, rule Odd: rowsAffectedOver is 'many'; it must be 0 to 1000000000000 rows",
                "{rowsReturnedOver: -1}          | line 6, rule Odd: rowsReturnedOver is '-1'; it must be 0 to",
                "{durationOver: 2s}              | line 6, rule Odd: durationOver is '2s'; it must be 0 to 86400000 ms",
                "{failed: yes}                   | line 6, rule Odd: failed is 'yes'; it must be true or false",
                "{where: NONE}                   | line 6, rule Odd: where is 'NONE'; it must be one of",
                "{between: 22-6}                 | line 6, rule Odd: between is '22-6'; it must be two times of day that differ",
                "{between: '08:00-08:00'}        | line 6, rule Odd: between is '08:00-08:00'; it must be two times",
                "{days: [FUNDAY]}                | line 6, rule Odd: days is 'FUNDAY'; it must be one of MONDAY",
                "{days: MONDAY, zone: Berlin}    | line 6, rule Odd: zone is 'Berlin'; it must be a time zone such as",
                "{kind: SELECT, zone: UTC}       | line 6, rule Odd: zone goes with days or between; add one of them",
            })
    void saysWhatIsWrongWithACondition(String conditions, String fault) throws IOException {
        RuleFiles.Reading reading = read("""
                rules:
                - id: Odd
                  title: T
                  severity: LOW
                  message: M.
                  when: %s
                  page: P
                """.formatted(conditions));

        assertThat(reading.rules()).isEmpty();
        assertThat(reading.faults()).singleElement().asString().startsWith(folder.resolve("r.yaml") + ", " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id       | odd                | id is 'odd'; it must be 2 to 64 letters and digits, the first a capital",
                "id       | SlowQuery          | rule SlowQuery: id is that of another rule; choose another",
                "id       | Slowquery          | rule Slowquery: id is that of another rule; choose another",
                "title    | ''                 | rule Fine: title is empty; it must be text of 1 to 500 characters",
                "severity | SAFE               | rule Fine: severity is 'SAFE'; it must be one of LOW, MEDIUM, HIGH, CRITICAL",
                "message  | [a, b]             | rule Fine: message is not a single value; it must be text of 1 to 500",
                "page     | ''                 | rule Fine: page is empty",
                "confidence | 101              | rule Fine: confidence is '101'; it must be 0 to 100 percent",
                "category | SPEED              | rule Fine: category is 'SPEED'; it must be one of PERFORMANCE",
                "enabled  | maybe              | rule Fine: enabled is 'maybe'; it must be true or false",
            })
    void saysWhatIsWrongWithARule(String field, String value, String fault) throws IOException {
        String rule = rule("Fine")
                .lines()
                .filter(line -> !line.contains(" " + field + ":"))
                .collect(Collectors.joining("\n"));
        String head = field.equals("id") ? "- id: " + value + "\n" : "- " + field + ": '" + value + "'\n  id: Fine\n";
        String rest = rule.replaceFirst("(?m)^- id: Fine\n", "").indent(0);

        RuleFiles.Reading reading = read("rules:\n" + head.replace("'[a, b]'", "[a, b]") + rest);

        assertThat(reading.rules()).isEmpty();
        assertThat(reading.faults()).singleElement().asString().contains(fault);
    }

    @Test
    void saysEverythingThatIsMissing() throws IOException {
        assertThat(read("rules:\n- id: Bare\n").faults())
                .allMatch(fault -> fault.contains("r.yaml, line 2, rule Bare: "))
                .extracting(fault -> fault.substring(fault.indexOf("Bare: ") + 6))
                .containsExactlyInAnyOrder(
                        "title is missing",
                        "severity is missing",
                        "message is missing",
                        "page is missing",
                        "when is missing");
    }

    /** Each line: a whole file, with ~ for the end of a line, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | r.yaml: is empty; it must have a list called rules",
                "rules:                | r.yaml, line 1: rules is not a list; begin each rule with '- id: …'",
                "- id: A               | r.yaml, line 1: the file is not a block of fields",
                "rule: []              | r.yaml, line 1: rules is missing",
                "rules: []~more: 1     | r.yaml, line 2: more is not known here; known are rules",
                "rules:~- 1            | r.yaml, line 2: the rule is not a block of fields",
                "rules:~- title: T     | r.yaml, line 2: id is missing",
                "rules: [              | r.yaml, line",
                "rules: &a [*a]        | r.yaml, line 1: the rule is not a block of fields",
                "a: !!java.net.URL [x] | r.yaml, line 1: rules is missing",
            })
    void saysWhatIsWrongWithAFile(String text, String fault) throws IOException {
        RuleFiles.Reading reading = read(text.replace("~", "\n"));

        assertThat(reading.rules()).isEmpty();
        assertThat(reading.faults().get(0)).contains(fault);
    }

    @Test
    void bytesThatAreNoTextAndFilesThatAreNotThereAreToldToo() throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xe9, 'b'});
        Path large = Files.write(folder.resolve("large.yaml"), new byte[RuleFiles.MAX_BYTES + 1]);

        assertThat(RuleFiles.read(latin, Set.of()).faults()).containsExactly(latin + ": is not text in UTF-8");
        assertThat(RuleFiles.read(large, Set.of()).faults())
                .containsExactly(large + ": is larger than 1048576 bytes; divide it");
        assertThat(RuleFiles.read(folder.resolve("gone"), Set.of()).faults())
                .singleElement()
                .asString()
                .contains("gone: cannot be read");
    }

    @Test
    void readsAllFilesOfAFolderAsAConfigMapIsMounted() throws IOException {
        Path hidden = Files.createDirectory(folder.resolve("..2026_01_01"));
        Files.writeString(hidden.resolve("a.yaml"), "rules:\n" + rule("First"));
        Files.createSymbolicLink(folder.resolve("..data"), hidden);
        Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("..data", "a.yaml"));
        Files.writeString(folder.resolve("b.yml"), "rules:\n" + rule("Second"));
        Files.writeString(folder.resolve("notes.txt"), "not a rule");

        RuleFiles.Reading reading = RuleFiles.read(folder, Set.of());

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.rules()).extracting(rule -> rule.info().id()).containsExactly("First", "Second");
    }

    @Test
    void noTwoRulesOfAFolderMayShareAName() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "rules:\n" + rule("Same"));
        Files.writeString(folder.resolve("b.yaml"), "rules:\n" + rule("SAME"));

        assertThat(RuleFiles.read(folder, Set.of()).faults())
                .containsExactly(
                        folder.resolve("b.yaml") + ", line 2, rule SAME: id is that of another rule; choose another");
    }

    @Test
    void aFolderWithoutRulesIsAMistake() {
        assertThat(RuleFiles.read(folder, Set.of()).faults())
                .containsExactly(folder + " holds no file that ends in .yaml or .yml; put one there");
    }
}
