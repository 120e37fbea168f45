package com.footstone.audit.checking.sensitive;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.footstone.audit.MeasuredPage;
import com.footstone.audit.analysis.literal.OrdinaryValues;
import com.footstone.audit.analysis.literal.SensitiveValues;
import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.model.LiteralKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how often literals are recognised rightly and wrongly, on values that are made up, and holds the figures of {@code
 * docs/sensitive-data.md} against it; {@code -Dupdate.docs=true} rewrites them.
 */
class RecognitionFiguresTest {

    private static final int SENSITIVE = 300;
    private static final int ORDINARY = 5_000;

    private final Random random = new Random(20_260_301);
    private final SensitiveValues sensitive = new SensitiveValues(random);
    private int right;
    private int wrong;
    private int missed;

    @Test
    void thePageTellsWhatIsMeasured() throws IOException {
        new MeasuredPage("sensitive-data.md").mustTell(recall() + "\n" + falseAlarms() + "\n" + summary());

        assertThat(1.0 * right / (right + wrong)).as("precision").isGreaterThan(0.99);
    }

    private String recall() {
        StringBuilder table = new StringBuilder("""
                | Found of 100 | its column is named after it | its key in JSON is | nothing names it |
                |---|---|---|---|
                """);
        for (LiteralKind kind : LiteralKind.values()) {
            String name = nameOf(kind);
            table.append("| %s, `%s` | %s | %s | %s |%n"
                    .formatted(
                            kind.title(),
                            kind,
                            found(kind, "INSERT INTO person (id, " + name + ") VALUES (7, '%s')"),
                            found(kind, "UPDATE person SET doc = '{\"id\": 7, \"" + name + "\": \"%s\"}' WHERE id = 7"),
                            found(kind, "SELECT id FROM t WHERE x = '%s'")));
        }
        return table.toString();
    }

    private String found(LiteralKind kind, String statement) {
        int found = 0;
        for (int i = 0; i < SENSITIVE; i++) {
            Map<LiteralKind, Integer> counts = recognised(statement.formatted(sensitive.of(kind)));
            found += counts.containsKey(kind) ? 1 : 0;
            wrong += (int)
                    counts.keySet().stream().filter(other -> other != kind).count();
        }
        right += found;
        missed += SENSITIVE - found;
        return figure(100.0 * found / SENSITIVE);
    }

    private String falseAlarms() {
        StringBuilder table = new StringBuilder("""
                | Ordinary values | False alarms in 10,000 |
                |---|---|
                """);
        for (OrdinaryValues values : OrdinaryValues.values()) {
            int alarms = 0;
            for (int i = 0; i < ORDINARY; i++) {
                String sql = "SELECT id FROM t WHERE " + values.column + " = '" + values.value(random) + "'";
                alarms += recognised(sql).isEmpty() ? 0 : 1;
            }
            wrong += alarms;
            table.append("| %s | %s |%n".formatted(values.title, figure(10_000.0 * alarms / ORDINARY)));
        }
        return table.toString();
    }

    private String summary() {
        return "Of all that was found, %s %% were what they were taken for; of all that was there, %s %% were found.%n"
                .formatted(figure(100.0 * right / (right + wrong)), figure(100.0 * right / (right + missed)));
    }

    private static Map<LiteralKind, Integer> recognised(String sql) {
        return AnalysedText.of(sql).text().recognised();
    }

    private static String figure(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String nameOf(LiteralKind kind) {
        return switch (kind) {
            case EMAIL -> "email";
            case PHONE -> "phone";
            case PAYMENT_CARD -> "card_number";
            case SSN_US -> "ssn";
            case TAX_ID_DE -> "tax_id";
            case NIR_FR -> "nir";
            case DNI_ES -> "dni";
            case PESEL_PL -> "pesel";
            case BSN_NL -> "bsn";
            case PERSONAL_NUMBER_SE, BIRTH_NUMBER_NO -> "personnummer";
            case NATIONAL_NUMBER_BE -> "national_number";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
