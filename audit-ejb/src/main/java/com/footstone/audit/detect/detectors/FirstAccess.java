package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.NamePatterns;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.detect.Knowledge;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.query.TableAccess;
import com.footstone.audit.sink.anomaly.Acquaintances.Pair;
import com.footstone.audit.sink.anomaly.Encounter;

/** Finds users who touch a sensitive table for the first time, if few others do. */
@Dependent
public final class FirstAccess implements Detector {

    static final Setting<List<String>> TABLES = Setting.of(
            "checker.firstAccess.tables",
            ValueType.list(),
            "*password*,*passwd*,*credential*,*secret*,*api_key*,*salary*,*salaries*,*payroll*,*bank_account*,"
                    + "*credit_card*,*payment_card*,*patient*,*diagnos*,*medical*,*passport*,pg_authid,pg_shadow,mysql.user",
            "Tables that not everybody is to touch; * stands for any characters.");
    static final Setting<Duration> LEARNING = Setting.of(
            "checker.firstAccess.learning",
            ValueType.duration(ChronoUnit.HOURS, 0, 8760),
            "168",
            "How long the users of a table are only remembered, from the first on.");
    static final Setting<Long> USERS = Setting.of(
            "checker.firstAccess.users",
            ValueType.count(1, 1_000_000, "users"),
            "50",
            "A table with more users is no secret among them, and one more is no news.");

    private static final RuleInfo INFO = RuleInfo.of(
            "FirstAccess",
            "First access to a sensitive table",
            Severity.MEDIUM,
            Category.SECURITY,
            "A user touched a sensitive table for the first time, and few others ever did.",
            TABLES,
            LEARNING,
            USERS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        NamePatterns sensitive = NamePatterns.of(thresholds.get(TABLES));
        List<String> fragments =
                thresholds.get(TABLES).stream().map(FirstAccess::fragment).toList();
        Duration learning = thresholds.get(LEARNING);
        long users = thresholds.get(USERS);
        return (window, knowledge) -> {
            List<TableAccess> touched = knowledge.activity().tableAccesses(window, fragments);
            List<TableAccess> accesses = touched.stream()
                    .filter(access -> sensitive.has(access.subject().table()))
                    .toList();
            List<Anomaly> found = firsts(accesses, window, knowledge, users).stream()
                    .filter(first -> first.isNews(window, learning))
                    .map(first -> first.anomaly(window))
                    .sorted(Comparator.comparing(Anomaly::severity).reversed())
                    .toList();
            return Worst.of(found, touched.size() > ActivityQueries.MOST_PAIRS);
        };
    }

    /** The longest part of a pattern without wildcards; every name that fits the pattern holds it. */
    static String fragment(String pattern) {
        return Arrays.stream(pattern.replaceAll("[\"`\\[\\]]", "*").split("\\*", -1))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static List<First> firsts(List<TableAccess> accesses, Window window, Knowledge knowledge, long users) {
        Map<Pair, TableAccess> byPair =
                accesses.stream().collect(Collectors.toMap(FirstAccess::pair, Function.identity()));
        return knowledge.acquaintances().meet(INFO.id(), byPair.keySet(), window.from(), users).stream()
                .map(encounter -> new First(byPair.get(new Pair(encounter.actor(), encounter.thing())), encounter))
                .toList();
    }

    /** Who the table is acquainted with. */
    private static Pair pair(TableAccess access) {
        Subject subject = access.subject();
        return new Pair(subject.as("", ""), subject.dbUser().length() + ":" + subject.dbUser() + subject.endUser());
    }

    /** A first access. */
    record First(TableAccess access, Encounter encounter) {

        boolean isNews(Window window, Duration learning) {
            return !window.from().isBefore(encounter.since().plus(learning));
        }

        Anomaly anomaly(Window window) {
            return new Anomaly(
                    INFO.id(),
                    access.subject(),
                    window,
                    access.changes() > 0 ? Severity.HIGH : Severity.MEDIUM,
                    access.executions(),
                    "The user touched this table for the first time; " + encounter.known() + " others did before.",
                    Evidence.of(access.executed())
                            .with("executions", access.executions())
                            .with("changes", access.changes())
                            .with("usersKnown", encounter.known())
                            .with("tableKnownSince", encounter.since().toString())
                            .values());
        }
    }
}
