package com.footstone.audit.sink.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.model.policy.Scope;
import com.footstone.audit.policy.PolicyRefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NextVersionTest {

    @Test
    void aVersionIsNumberedAfterTheOneBefore() {
        Policy next = NextVersion.of(new Policy(6, List.of(), List.of()), large(2), List.of());

        assertThat(next.version()).isEqualTo(7);
        assertThat(next.adjustments()).hasSize(2);
    }

    @Test
    void aPolicyThatWouldBecomeTooLargeIsRefusedWithItsSizeAndTheBound() {
        assertThatExceptionOfType(PolicyRefusedException.class)
                .isThrownBy(() -> NextVersion.of(Policy.NONE, large(3), List.of()))
                .withMessageMatching("The policy .* has 15\\d{5} bytes as JSON, and 1048576 are the most\\. .*");
    }

    @Test
    void charactersOutsideOfAsciiCountAsTheirBytes() {
        List<Adjustment> euros = IntStream.range(0, 40)
                .mapToObj(i -> adjustment("a" + i, Map.of("checker.x.y", "\u20ac".repeat(10_000))))
                .toList();

        assertThatExceptionOfType(PolicyRefusedException.class)
                .isThrownBy(() -> NextVersion.of(Policy.NONE, euros, List.of()));
    }

    @Test
    void oneThatIsTooLargeCanBeMadeSmallerButNotLarger() {
        Policy before = new Policy(1, large(5), List.of());

        assertThat(NextVersion.of(before, large(4), List.of()).version()).isEqualTo(2);
        assertThatExceptionOfType(PolicyRefusedException.class)
                .isThrownBy(() -> NextVersion.of(before, large(5), List.of()));
    }

    @Test
    void tooManyEntriesAreRefusedByTheirField() {
        Adjustment one = adjustment("same", Map.of("checker.x.y", "1"));

        assertThatExceptionOfType(PolicyRefusedException.class)
                .isThrownBy(() -> NextVersion.of(Policy.NONE, Collections.nCopies(201, one), List.of()))
                .withMessageContaining("adjustments has more than 200 entries");
    }

    /** Adjustments of half a megabyte each. */
    private static List<Adjustment> large(int count) {
        Map<String, String> thresholds = new TreeMap<>();
        IntStream.range(0, 50).forEach(i -> thresholds.put("checker.x.y" + i, "1".repeat(10_000)));
        return IntStream.range(0, count)
                .mapToObj(i -> adjustment("a" + i, thresholds))
                .toList();
    }

    private static Adjustment adjustment(String name, Map<String, String> thresholds) {
        return new Adjustment(name, "SlowQuery", Scope.EVERYTHING, Optional.empty(), Optional.empty(), thresholds);
    }
}
