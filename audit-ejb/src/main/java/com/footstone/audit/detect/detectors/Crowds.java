package com.footstone.audit.detect.detectors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.footstone.audit.detect.Knowledge;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.sink.anomaly.Acquaintances.Pair;

/**
 * Who belongs together, such as the end users of an application. Of a few somebody knows what is usual; members of a large
 * crowd come and go as they like, and nothing is remembered of them one by one, which bounds what is remembered.
 *
 * @param detector the detector that asks
 * @param most members; a crowd of so many is large
 */
record Crowds(String detector, long most) {

    /**
     * What is not of members of large crowds.
     *
     * @param membership the crowd and the member; nothing if the row belongs to none
     */
    <T> List<T> small(List<T> rows, Function<T, Optional<Pair>> membership, Instant now, Knowledge knowledge) {
        Set<Pair> members =
                rows.stream().flatMap(row -> membership.apply(row).stream()).collect(Collectors.toSet());
        String book = detector + ".crowd";
        knowledge.acquaintances().meet(book, members, now, most);
        Map<Subject, Long> sizes = knowledge
                .acquaintances()
                .known(book, members.stream().map(Pair::actor).collect(Collectors.toSet()));
        return rows.stream()
                .filter(row -> membership
                        .apply(row)
                        .map(member -> sizes.getOrDefault(member.actor(), 0L) < most)
                        .orElse(true))
                .toList();
    }

    /** An end user among all that come through the same database user. */
    static Optional<Pair> endUser(Subject user) {
        return user.endUser().isEmpty()
                ? Optional.empty()
                : Optional.of(new Pair(user.as(user.dbUser(), ""), user.endUser()));
    }
}
