package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import com.footstone.audit.query.UserHour;
import com.footstone.audit.sink.anomaly.Habit;
import com.footstone.audit.sink.anomaly.Presences;
import com.footstone.audit.sink.anomaly.Presences.Day;
import com.footstone.audit.sink.anomaly.Presences.Visit;

/** Finds users, known for some time, who are active in hours in which they never are. */
@Dependent
public final class UnusualHours implements Detector {

    static final Setting<Integer> DAYS = Setting.of(
            "checker.unusualHours.days",
            ValueType.integer(7, (int) Presences.KEPT.toDays(), "days"),
            "28",
            "How many days before say what is usual.");
    static final Setting<Duration> LEARNING = Setting.of(
            "checker.unusualHours.learning",
            ValueType.duration(ChronoUnit.HOURS, 0, 8760),
            "336",
            "How long the hours of a user are only remembered, from the first on.");
    static final Setting<Integer> LEAST_DAYS = Setting.of(
            "checker.unusualHours.leastDays",
            ValueType.integer(1, 90, "days"),
            "7",
            "A user who was active on fewer of the days has no habits.");
    static final Setting<Integer> TOLERANCE = Setting.of(
            "checker.unusualHours.tolerance",
            ValueType.integer(0, 11, "hours"),
            "2",
            "So far from an hour in which the user was active is still usual.");
    static final Setting<Integer> MOST_HOURS = Setting.of(
            "checker.unusualHours.mostHours",
            ValueType.integer(1, 24, "hours"),
            "14",
            "A user who is active in more of the 24 hours has no unusual ones.");
    static final Setting<Long> USERS = Setting.of(
            "checker.unusualHours.users",
            ValueType.count(1, 1_000_000, "users"),
            "1000",
            "Where so many end users come through one database user they are a public, who come when they like.");

    private static final RuleInfo INFO = RuleInfo.of(
            "UnusualHours",
            "Activity in unusual hours",
            Severity.MEDIUM,
            Category.SECURITY,
            "A user was active in an hour in which the user had not been on any such day of the weeks before.",
            DAYS,
            LEARNING,
            LEAST_DAYS,
            TOLERANCE,
            MOST_HOURS,
            USERS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        thresholds.requireOrder(LEAST_DAYS, DAYS);
        int days = thresholds.get(DAYS);
        Crowds crowds = new Crowds(INFO.id(), thresholds.get(USERS));
        Custom custom = new Custom(
                thresholds.get(LEARNING),
                thresholds.get(LEAST_DAYS),
                thresholds.get(TOLERANCE),
                thresholds.get(MOST_HOURS));
        return (window, knowledge) -> {
            List<UserHour> seen = knowledge.activity().userHours(window);
            List<UserHour> timely = seen.stream()
                    .filter(hour -> isTimely(hour.hour(), window, days))
                    .toList();
            List<UserHour> few = crowds.small(timely, hour -> Crowds.endUser(hour.subject()), window.from(), knowledge);
            List<Anomaly> found = anomalies(news(few, window, days, knowledge), window.from(), custom);
            return Worst.of(found, seen.size() > ActivityQueries.MOST_PAIRS);
        };
    }

    /** Of what was executed long before it came, or by a clock that is wrong, nothing is concluded. */
    static boolean isTimely(Instant hour, Window window, int days) {
        return hour.isBefore(window.to()) && hour.isAfter(window.from().minus(days, ChronoUnit.DAYS));
    }

    /** The hours in which a user had not been seen yet, each with the habits of the user before that day. */
    private static List<Hour> news(List<UserHour> hours, Window window, int days, Knowledge knowledge) {
        Map<Visit, UserHour> byVisit =
                hours.stream().collect(Collectors.toMap(UnusualHours::visit, Function.identity()));
        List<Visit> news = knowledge.presences().note(INFO.id(), byVisit.keySet(), window.from());
        Set<Day> asked =
                news.stream().map(visit -> new Day(visit.actor(), visit.day())).collect(Collectors.toSet());
        Map<Day, Habit> habits = knowledge.presences().habits(INFO.id(), asked, days).stream()
                .collect(Collectors.toMap(habit -> new Day(habit.actor(), habit.day()), Function.identity()));
        return news.stream()
                .map(visit -> new Hour(byVisit.get(visit), habits.get(new Day(visit.actor(), visit.day()))))
                .toList();
    }

    private static Visit visit(UserHour hour) {
        return new Visit(hour.subject(), hour.hour());
    }

    /** What is unusual, an anomaly for each user. */
    static List<Anomaly> anomalies(List<Hour> hours, Instant now, Custom custom) {
        Map<Subject, List<Hour>> byUser = new HashMap<>();
        hours.stream()
                .filter(hour -> custom.isBroken(hour, now))
                .sorted(Comparator.comparing(hour -> hour.seen().hour()))
                .forEach(hour -> byUser.computeIfAbsent(hour.seen().subject(), user -> new ArrayList<>())
                        .add(hour));
        return byUser.values().stream()
                .map(UnusualHours::anomaly)
                .sorted(Comparator.comparing(Anomaly::severity)
                        .thenComparing(Anomaly::degree)
                        .reversed())
                .toList();
    }

    private static Anomaly anomaly(List<Hour> hours) {
        UserHour first = hours.get(0).seen();
        UserHour last = hours.get(hours.size() - 1).seen();
        Hour worst = hours.stream().max(Comparator.comparing(Hour::away)).orElseThrow();
        Habit habit = worst.habit();
        return new Anomaly(
                INFO.id(),
                first.subject(),
                new Window(first.hour(), last.hour().plus(1, ChronoUnit.HOURS)),
                worst.isOfOtherDays() ? Severity.LOW : Severity.MEDIUM,
                worst.away(),
                "The user was active at " + worst.text() + " UTC, where the user usually is not.",
                Evidence.of(first.executed())
                        .with("lastExecution", last.executed().last().toString())
                        .with(
                                "executions",
                                hours.stream()
                                        .mapToLong(hour -> hour.seen().executions())
                                        .sum())
                        .with("hours", hours.stream().map(Hour::text).collect(Collectors.joining(", ")))
                        .with("usualOnWorkdays", Hours.of(habit.workdayHours()).toString())
                        .with("usualAtWeekends", Hours.of(habit.weekendHours()).toString())
                        .with("daysKnown", habit.days())
                        .with("userKnownSince", habit.since().toString())
                        .values());
    }

    /** When a user is held to have habits, and how strictly. */
    record Custom(Duration learning, int leastDays, int tolerance, int mostHours) {

        boolean isBroken(Hour hour, Instant now) {
            Habit habit = hour.habit();
            return habit.isSettled(now, learning, leastDays)
                    && Hours.of(habit.workdayHours() | habit.weekendHours()).number() <= mostHours
                    && hour.away() > tolerance;
        }
    }

    /** An hour in which a user had not been seen before, and when the user had. */
    record Hour(UserHour seen, Habit habit) {

        private Hours usual() {
            return Hours.of(Hours.isWeekend(seen.hour()) ? habit.weekendHours() : habit.workdayHours());
        }

        /** How many hours lie between it and the nearest usual one of such days; more than any if there is none. */
        int away() {
            return usual().distance(seen.hour());
        }

        /** Whether it would be usual on a day of the other kind: somebody who works on a Saturday. */
        boolean isOfOtherDays() {
            return Hours.of(habit.workdayHours() | habit.weekendHours()).distance(seen.hour()) == 0;
        }

        String text() {
            return Hours.text(seen.hour());
        }
    }
}
