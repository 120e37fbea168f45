package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import com.footstone.audit.query.UserOrigin;
import com.footstone.audit.sink.anomaly.Acquaintances.Pair;
import com.footstone.audit.sink.anomaly.Encounter;
import com.footstone.audit.sink.anomaly.Habit;
import com.footstone.audit.sink.anomaly.Presences.Day;
import com.footstone.audit.sink.anomaly.Presences.Visit;

/** Finds users, known for some time from a few machines or networks, who come from another. */
@Dependent
public final class NewHost implements Detector {

    static final Setting<Duration> LEARNING = Setting.of(
            "checker.newHost.learning",
            ValueType.duration(ChronoUnit.HOURS, 0, 8760),
            "168",
            "How long the hosts of a user are only remembered, from the first on.");
    static final Setting<Integer> LEAST_DAYS = Setting.of(
            "checker.newHost.leastDays",
            ValueType.integer(1, 28, "days"),
            "5",
            "A user who was active on fewer of the last 28 days has no usual hosts.");
    static final Setting<Long> HOSTS = Setting.of(
            "checker.newHost.hosts",
            ValueType.count(1, 1_000_000, "hosts"),
            "5",
            "A user who is known from so many hosts comes from anywhere, and one more is no news.");
    static final Setting<Integer> NETWORK = Setting.of(
            "checker.newHost.network",
            ValueType.integer(8, 32, "bits"),
            "24",
            "IPv4 addresses that have so many first bits in common are one host.");
    static final Setting<Long> USERS = Setting.of(
            "checker.newHost.users",
            ValueType.count(1, 1_000_000, "users"),
            "1000",
            "Where so many end users come through one database user they are a public, who come from where they like.");

    private static final RuleInfo INFO = RuleInfo.of(
            "NewHost",
            "Access from a new host",
            Severity.MEDIUM,
            Category.SECURITY,
            "A user who always comes from the same few machines or networks came from another.",
            LEARNING,
            LEAST_DAYS,
            HOSTS,
            NETWORK,
            USERS);

    private static final int DAYS = 28;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        Duration learning = thresholds.get(LEARNING);
        int leastDays = thresholds.get(LEAST_DAYS);
        long hosts = thresholds.get(HOSTS);
        int network = thresholds.get(NETWORK);
        Crowds crowds = new Crowds(INFO.id(), thresholds.get(USERS));
        return (window, knowledge) -> {
            List<UserOrigin> seen = knowledge.activity().userOrigins(window);
            List<Arrival> arrivals = crowds.small(
                    Arrival.of(seen, network), arrival -> Crowds.endUser(arrival.user()), window.from(), knowledge);
            List<Anomaly> found = anomalies(
                    news(arrivals, window, hosts, knowledge).stream()
                            .filter(news -> news.isNews(window, learning, leastDays))
                            .toList(),
                    window);
            return Worst.of(found, seen.size() > ActivityQueries.MOST_PAIRS);
        };
    }

    private static List<News> news(List<Arrival> arrivals, Window window, long hosts, Knowledge knowledge) {
        Instant now = window.from();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Set<Visit> visits = arrivals.stream()
                .map(arrival -> new Visit(arrival.user(), now.truncatedTo(ChronoUnit.DAYS)))
                .collect(Collectors.toSet());
        knowledge.presences().note(INFO.id(), visits, now);
        Map<Pair, Arrival> byPair = arrivals.stream().collect(Collectors.toMap(Arrival::pair, Function.identity()));
        List<Encounter> encounters = knowledge.acquaintances().meet(INFO.id(), byPair.keySet(), now, hosts);
        Set<Day> asked =
                encounters.stream().map(one -> new Day(one.actor(), today)).collect(Collectors.toSet());
        Map<Subject, Habit> habits = knowledge.presences().habits(INFO.id(), asked, DAYS).stream()
                .collect(Collectors.toMap(Habit::actor, Function.identity()));
        return encounters.stream()
                .map(one -> new News(byPair.get(new Pair(one.actor(), one.thing())), one, habits.get(one.actor())))
                .toList();
    }

    /** An anomaly for each user. */
    static List<Anomaly> anomalies(List<News> news, Window window) {
        Map<Subject, List<News>> byUser = new LinkedHashMap<>();
        news.forEach(one -> byUser.computeIfAbsent(one.arrival().user(), user -> new ArrayList<>())
                .add(one));
        return byUser.values().stream()
                .map(user -> anomaly(user, window))
                .sorted(Comparator.comparing(Anomaly::degree).reversed())
                .toList();
    }

    private static Anomaly anomaly(List<News> news, Window window) {
        News first = news.get(0);
        long executions =
                news.stream().mapToLong(one -> one.arrival().executions()).sum();
        return new Anomaly(
                INFO.id(),
                first.arrival().user(),
                window,
                Severity.MEDIUM,
                executions,
                "The user came from a host that it never came from before; "
                        + first.encounter().known() + " others are known.",
                Evidence.of(first.arrival().executed())
                        .names(
                                "from",
                                news.stream()
                                        .map(one -> one.arrival().from().name())
                                        .sorted()
                                        .toList())
                        .with("executions", executions)
                        .with("hostsKnown", first.encounter().known())
                        .with("daysKnown", first.habit().days())
                        .with("userKnownSince", first.encounter().since().toString())
                        .values());
    }

    /** That a user came from somewhere for the first time. */
    record News(Arrival arrival, Encounter encounter, Habit habit) {

        boolean isNews(Window window, Duration learning, int leastDays) {
            return encounter.known() > 0 && habit.isSettled(window.from(), learning, leastDays);
        }
    }
}
