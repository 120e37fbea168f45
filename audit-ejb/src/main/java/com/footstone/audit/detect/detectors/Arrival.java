package com.footstone.audit.detect.detectors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.query.Span;
import com.footstone.audit.query.UserOrigin;
import com.footstone.audit.sink.anomaly.Acquaintances.Pair;

/**
 * That a user came from somewhere: a database user from the machine on which an application runs, and whoever is behind it
 * from the address of a client.
 *
 * @param user who
 * @param from from where
 * @param executions how many statements
 * @param executed when the first and the last were executed
 */
record Arrival(Subject user, Origin from, long executions, Span executed) {

    /** Each user once from each origin. */
    static List<Arrival> of(List<UserOrigin> seen, int networkBits) {
        Map<Pair, Arrival> arrivals = new LinkedHashMap<>();
        seen.stream()
                .flatMap(one -> Stream.concat(machine(one, networkBits), client(one, networkBits)))
                .forEach(one -> arrivals.merge(one.pair(), one, Arrival::and));
        return List.copyOf(arrivals.values());
    }

    private static Stream<Arrival> machine(UserOrigin seen, int bits) {
        Subject user = seen.subject().as(seen.subject().dbUser(), "");
        return user.dbUser().isEmpty() ? Stream.empty() : arrival(user, seen.host(), bits, seen);
    }

    private static Stream<Arrival> client(UserOrigin seen, int bits) {
        return arrival(seen.subject(), seen.clientAddress(), bits, seen);
    }

    private static Stream<Arrival> arrival(Subject user, String from, int bits, UserOrigin seen) {
        return from.isBlank()
                ? Stream.empty()
                : Stream.of(new Arrival(user, Origin.of(from, bits), seen.executions(), seen.executed()));
    }

    private Arrival and(Arrival other) {
        Span both = new Span(
                executed.first().isBefore(other.executed.first()) ? executed.first() : other.executed.first(),
                executed.last().isAfter(other.executed.last()) ? executed.last() : other.executed.last());
        return new Arrival(user, from, executions + other.executions, both);
    }

    Pair pair() {
        return new Pair(user, from.name());
    }
}
