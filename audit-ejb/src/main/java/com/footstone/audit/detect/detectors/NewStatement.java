package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
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
import com.footstone.audit.query.SeenStatement;
import com.footstone.audit.sink.anomaly.Acquaintances.Pair;
import com.footstone.audit.sink.anomaly.Encounter;

/** Finds statements that an application, known for some time, executes for the first time. */
@Dependent
public final class NewStatement implements Detector {

    static final Setting<Duration> LEARNING = Setting.of(
            "checker.newStatement.learning",
            ValueType.duration(ChronoUnit.HOURS, 0, 8760),
            "168",
            "How long an application's statements are only remembered, from its first on.");
    static final Setting<Integer> LISTED = Setting.of(
            "checker.newStatement.listed",
            ValueType.integer(1, ActivityQueries.MOST, "statements"),
            "10",
            "So many new statements of an application in a window are told one by one, the rest as a number.");
    static final Setting<Long> REMEMBERED = Setting.of(
            "checker.newStatement.remembered",
            ValueType.count(1, 1_000_000, "statements"),
            "10000",
            "An application with more statements makes them up as it goes, and none of it is new any more.");

    private static final RuleInfo INFO = RuleInfo.of(
            "NewStatement",
            "Statement new to an application",
            Severity.LOW,
            Category.SECURITY,
            "An application executed a statement that it had never executed before.",
            LEARNING,
            LISTED,
            REMEMBERED);

    private static final Comparator<First> WORST_FIRST = Comparator.comparing(First::severity)
            .reversed()
            .thenComparing(first -> first.statement().subject().fingerprint());

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        Duration learning = thresholds.get(LEARNING);
        int listed = thresholds.get(LISTED);
        long remembered = thresholds.get(REMEMBERED);
        return (window, knowledge) -> {
            List<SeenStatement> seen = knowledge.activity().statements(window);
            List<Anomaly> found = anomalies(firsts(seen, window, knowledge, remembered), window, learning, listed);
            return Worst.of(found, seen.size() > ActivityQueries.MOST_PAIRS);
        };
    }

    private static List<First> firsts(List<SeenStatement> seen, Window window, Knowledge knowledge, long remembered) {
        Map<Pair, SeenStatement> byPair =
                seen.stream().collect(Collectors.toMap(NewStatement::pair, Function.identity()));
        return knowledge.acquaintances().meet(INFO.id(), byPair.keySet(), window.from(), remembered).stream()
                .map(encounter -> new First(byPair.get(new Pair(encounter.actor(), encounter.thing())), encounter))
                .toList();
    }

    private static Pair pair(SeenStatement statement) {
        Subject subject = statement.subject();
        return new Pair(subject.through(""), subject.fingerprint());
    }

    /** What is new to applications that are known for long enough, the worst first. */
    static List<Anomaly> anomalies(List<First> firsts, Window window, Duration learning, int listed) {
        Map<Subject, List<First>> byApplication = firsts.stream()
                .filter(first ->
                        !window.from().isBefore(first.encounter().since().plus(learning)))
                .sorted(WORST_FIRST)
                .collect(Collectors.groupingBy(first -> first.encounter().actor()));
        List<Anomaly> anomalies = new ArrayList<>();
        byApplication.forEach((application, news) -> {
            news.stream().limit(listed).map(first -> first.anomaly(window)).forEach(anomalies::add);
            if (news.size() > listed) {
                anomalies.add(
                        rest(application, news.size() - listed, news.get(listed).severity(), window));
            }
        });
        anomalies.sort(Comparator.comparing(Anomaly::severity).reversed());
        return anomalies;
    }

    private static Anomaly rest(Subject application, int number, Severity severity, Window window) {
        return new Anomaly(
                INFO.id(),
                application,
                window,
                severity,
                number,
                "More statements are new to the application: " + number + ".",
                Map.of("newStatements", Integer.toString(number)));
    }

    /** A first execution. */
    record First(SeenStatement statement, Encounter encounter) {

        /** What reads is told so that it can be looked up; what changes something is worth a look. */
        Severity severity() {
            return switch (statement.kind()) {
                case "DDL", "DCL" -> Severity.HIGH;
                case "INSERT", "UPDATE", "DELETE", "MERGE", "CALL" -> Severity.MEDIUM;
                default -> Severity.LOW;
            };
        }

        Anomaly anomaly(Window window) {
            return new Anomaly(
                    INFO.id(),
                    statement.subject(),
                    window,
                    severity(),
                    statement.executions(),
                    "The application executed this statement for the first time.",
                    Evidence.of(statement.executed())
                            .with("kind", statement.kind())
                            .with("executions", statement.executions())
                            .with("statementsKnown", encounter.known())
                            .with("applicationKnownSince", encounter.since().toString())
                            .values());
        }
    }
}
