package com.footstone.audit.checking.sensitive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.Excess;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Sensitivity;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.checking.rules.ResultSize;
import com.footstone.audit.checking.sensitive.SensitiveUse.Purpose;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/** Finds statements that read, write or filter on sensitive columns. */
@Dependent
public final class SensitiveColumn implements EventRule {

    private static final Setting<String> CATALOGUE = Setting.optional(
            "checker.sensitiveColumn.catalogue",
            "File of a catalogue that adds to the shipped one which columns and tables are sensitive; see"
                    + " docs/sensitive-data.md.");
    private static final Setting<Long> ROWS = Setting.of(
            "checker.sensitiveColumn.rows",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "100",
            "Reading or changing sensitive columns of more rows is more than ordinary use.");
    private static final Setting<Boolean> EVERY_USE = Setting.of(
            "checker.sensitiveColumn.everyUse",
            ValueType.flag(),
            "false",
            "Whether ordinary use is a finding too, a LOW one: then every access to sensitive columns is on record.");

    private static final RuleInfo INFO = RuleInfo.of(
            "SensitiveColumn",
            "Sensitive column",
            Severity.MEDIUM,
            Category.SECURITY,
            "The statement reads, writes or filters on columns that the catalogue of sensitive data has, and of more rows"
                    + " than ordinary use or of a grave kind.",
            CATALOGUE,
            ROWS,
            EVERY_USE);

    private static final int MOST_STATEMENTS = 20_000;
    private static final int MOST_IN_MESSAGE = 5;
    private static final int MOST_IN_EVIDENCE = 32;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        SensitiveCatalogue catalogue = SensitiveCatalogue.extendedBy(thresholds.get(CATALOGUE), CATALOGUE.key());
        long rows = thresholds.get(ROWS);
        boolean everyUse = thresholds.get(EVERY_USE);
        // Analysis hands on the same object for all executions of a statement, so names are looked up once.
        LoadingCache<Statement, List<SensitiveUse>> uses = Caffeine.newBuilder()
                .weakKeys()
                .maximumSize(MOST_STATEMENTS)
                .executor(Runnable::run)
                .build(statement -> SensitiveUses.of(statement, catalogue));
        return event -> check(event, uses, rows, everyUse);
    }

    private static RuleResult check(
            AnalysedEvent event, LoadingCache<Statement, List<SensitiveUse>> known, long rows, boolean everyUse) {
        if (!touchesRows(event)) {
            return RuleResult.NOT_APPLICABLE;
        }
        List<SensitiveUse> uses = known.get(event.statement());
        if (uses.isEmpty()) {
            return RuleResult.CLEAR;
        }
        Extent extent = Extent.of(event, rows);
        Severity severity =
                uses.stream().map(use -> extent.severity(use, everyUse)).reduce(Severity.SAFE, Severity::max);
        if (severity == Severity.SAFE) {
            return RuleResult.CLEAR;
        }
        return INFO.raise(severity, confidence(event), message(uses, extent), evidence(uses, event, rows));
    }

    private static boolean touchesRows(AnalysedEvent event) {
        StatementKind kind = event.statement().kind();
        return ResultSize.queries(event)
                || kind == StatementKind.COPY
                || kind == StatementKind.OTHER
                || kind.mutatesRows();
    }

    private static int confidence(AnalysedEvent event) {
        return event.statement().complete() ? 90 : 60;
    }

    private static String message(List<SensitiveUse> uses, Extent extent) {
        List<String> parts = List.of(
                part("reads ", Purpose.READ, uses),
                part("writes ", Purpose.WRITTEN, uses),
                part("filters on ", Purpose.FILTERED, uses));
        String all = parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return "The statement " + all + extent.text() + ".";
    }

    private static String part(String verb, Purpose purpose, List<SensitiveUse> uses) {
        String columns = texts(purpose, uses, MOST_IN_MESSAGE);
        return columns.isEmpty() ? "" : verb + columns;
    }

    private static Map<String, String> evidence(List<SensitiveUse> uses, AnalysedEvent event, long threshold) {
        Map<String, String> evidence = new TreeMap<>();
        for (Purpose purpose : Purpose.values()) {
            String columns = texts(purpose, uses, MOST_IN_EVIDENCE);
            if (!columns.isEmpty()) {
                evidence.put(purpose.name().toLowerCase(Locale.ROOT), columns);
            }
        }
        evidence.put(
                Sensitivity.TAGS,
                Tag.names(uses.stream().flatMap(use -> use.tags().stream()).toList()));
        long rows = Extent.rows(event);
        if (rows > threshold) {
            evidence.putAll(new Excess("rows", rows, threshold).evidence());
        }
        return evidence;
    }

    private static String texts(Purpose purpose, List<SensitiveUse> uses, int most) {
        List<String> texts = uses.stream()
                .filter(use -> use.purpose() == purpose)
                .map(SensitiveUse::text)
                .toList();
        String shown = texts.stream().limit(most).collect(Collectors.joining(", "));
        return texts.size() > most ? shown + " and " + (texts.size() - most) + " more" : shown;
    }
}
