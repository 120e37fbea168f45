package com.footstone.audit.detect.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.query.FailureRate;
import com.footstone.audit.query.HourlyVolume;
import com.footstone.audit.query.HourlyVolume.Hour;
import com.footstone.audit.query.PlaceShape;
import com.footstone.audit.query.SeenStatement;
import com.footstone.audit.query.Span;
import com.footstone.audit.query.StatementHour;
import com.footstone.audit.query.TableAccess;
import com.footstone.audit.query.UserFailures;
import com.footstone.audit.query.UserHour;
import com.footstone.audit.query.UserOrigin;

/** Sums over what happened, as ClickHouse would make them. */
final class SimulatedActivity extends ActivityQueries {

    private static final long HOURS_AN_ACT_IS_KEPT = 2;

    private final Deque<Act> recent = new ArrayDeque<>();
    private final Map<Subject, Map<Instant, Hour>> hours = new HashMap<>();

    /** Has acts received. */
    void add(Collection<Act> acts) {
        for (Act act : acts) {
            recent.add(act);
            Instant hour = act.time().truncatedTo(ChronoUnit.HOURS);
            hours.computeIfAbsent(application(act), key -> new TreeMap<>())
                    .merge(
                            hour,
                            new Hour(hour, act.executions(), act.rows()),
                            (a, b) -> new Hour(hour, a.statements() + b.statements(), a.rows() + b.rows()));
            while (recent.peek().time().isBefore(act.time().minus(HOURS_AN_ACT_IS_KEPT, ChronoUnit.HOURS))) {
                recent.remove();
            }
        }
    }

    @Override
    public List<UserHour> userHours(Window window) {
        record Key(Subject user, Instant hour) {}
        return by(window, act -> Stream.of(new Key(act.user(), act.time().truncatedTo(ChronoUnit.HOURS))))
                .entrySet()
                .stream()
                .map(one -> new UserHour(
                        one.getKey().user(),
                        one.getKey().hour(),
                        executions(one.getValue()),
                        sum(one.getValue(), Act::rows),
                        span(one.getValue())))
                .toList();
    }

    @Override
    public List<StatementHour> statementHours(Window window) {
        record Key(Subject statement, Instant hour) {}
        return by(
                        window,
                        act -> Stream.of(new Key(
                                application(act).through(act.query().fingerprint()),
                                act.time().truncatedTo(ChronoUnit.HOURS))))
                .entrySet()
                .stream()
                .map(one -> new StatementHour(
                        one.getKey().statement(),
                        one.getKey().hour(),
                        executions(one.getValue()),
                        sum(one.getValue(), Act::rows)))
                .toList();
    }

    @Override
    public List<UserOrigin> userOrigins(Window window) {
        record Key(Subject user, String host, String address) {}
        return by(window, act -> Stream.of(new Key(act.user(), act.host(), act.address()))).entrySet().stream()
                .map(one -> new UserOrigin(
                        one.getKey().user(),
                        one.getKey().host(),
                        one.getKey().address(),
                        executions(one.getValue()),
                        span(one.getValue())))
                .toList();
    }

    @Override
    public List<PlaceShape> placeShapes(Window window) {
        return by(window, act -> Stream.of(act.query())
                        .filter(query -> !query.place().isEmpty()))
                .entrySet()
                .stream()
                .map(one -> new PlaceShape(
                        application(one.getValue().get(0)).through(one.getKey().fingerprint()),
                        one.getKey().place(),
                        one.getKey().kind(),
                        one.getKey().tables(),
                        one.getKey().constructs(),
                        executions(one.getValue()),
                        span(one.getValue())))
                .toList();
    }

    @Override
    public List<SeenStatement> statements(Window window) {
        return by(window, act -> Stream.of(application(act).through(act.query().fingerprint()))).entrySet().stream()
                .map(one -> new SeenStatement(
                        one.getKey(),
                        one.getValue().get(0).query().kind(),
                        executions(one.getValue()),
                        span(one.getValue())))
                .toList();
    }

    @Override
    public List<TableAccess> tableAccesses(Window window, List<String> fragments) {
        return by(window, act -> act.query().tables().stream()
                        .map(table -> act.user().on(table)))
                .entrySet()
                .stream()
                .filter(one -> fragments.stream()
                        .anyMatch(part -> one.getKey().table().contains(part.toLowerCase(Locale.ROOT))))
                .map(one -> new TableAccess(one.getKey(), executions(one.getValue()), 0, span(one.getValue())))
                .toList();
    }

    @Override
    public List<FailureRate> failureRates(Window window, FailureRate.Least least) {
        return by(window, act -> Stream.of(act.user().as("", "").by(act.query().application()))).entrySet().stream()
                .map(one -> new FailureRate(
                        one.getKey(),
                        executions(one.getValue()),
                        sum(one.getValue(), Act::failed),
                        List.of(),
                        span(one.getValue())))
                .filter(rate -> rate.statements() >= least.statements()
                        && rate.failed() >= least.failed()
                        && rate.percent() >= least.percent())
                .toList();
    }

    @Override
    public List<UserFailures> userFailures(Window window, UserFailures.Least least) {
        return by(window, act -> Stream.of(act.user())).entrySet().stream()
                .map(one -> new UserFailures(
                        one.getKey(),
                        executions(one.getValue()),
                        sum(one.getValue(), Act::failed),
                        sum(one.getValue(), Act::refused),
                        1,
                        List.of(),
                        span(one.getValue())))
                .filter(user -> user.refused() >= least.refused()
                        || (user.failed() >= least.failed() && user.percent() >= least.percent()))
                .toList();
    }

    @Override
    public List<HourlyVolume> volumes(Instant hour, int days) {
        return hours.entrySet().stream()
                .filter(one -> one.getValue().containsKey(hour))
                .map(one -> new HourlyVolume(
                        one.getKey(),
                        LongStream.rangeClosed(0, days)
                                .mapToObj(day -> one.getValue().get(hour.minus(day, ChronoUnit.DAYS)))
                                .filter(known -> known != null)
                                .toList()))
                .toList();
    }

    private <K> Map<K, List<Act>> by(Window window, Function<Act, Stream<K>> keys) {
        Map<K, List<Act>> groups = new HashMap<>();
        recent.stream()
                .filter(act -> !act.time().isBefore(window.from()) && act.time().isBefore(window.to()))
                .forEach(act -> keys.apply(act).forEach(key -> groups.computeIfAbsent(key, any -> new ArrayList<>())
                        .add(act)));
        return groups;
    }

    private static Subject application(Act act) {
        return Subject.ofTenant(act.user().tenant()).by(act.query().application());
    }

    private static long executions(List<Act> acts) {
        return sum(acts, Act::executions);
    }

    private static long sum(List<Act> acts, Function<Act, Long> number) {
        return acts.stream().map(number).collect(Collectors.summingLong(Long::longValue));
    }

    private static Span span(List<Act> acts) {
        return new Span(acts.get(0).time(), acts.get(acts.size() - 1).time());
    }
}
