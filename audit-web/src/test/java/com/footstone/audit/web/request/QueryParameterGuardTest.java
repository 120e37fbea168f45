package com.footstone.audit.web.request;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.core.UriInfo;

import org.junit.jupiter.api.Test;

import com.footstone.audit.web.resource.AuditsResource;
import com.footstone.audit.web.resource.StatementsResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueryParameterGuardTest {

    private static final Set<String> KNOWN = Set.of("rule");

    @Test
    void knowsWhatAnAddressDeclares() throws NoSuchMethodException {
        assertThat(QueryParameterGuard.parameters(
                        AuditsResource.class.getMethod("list", EventParameters.class, UriInfo.class)))
                .containsExactly(
                        "application",
                        "cursor",
                        "failed",
                        "fingerprint",
                        "from",
                        "kind",
                        "limit",
                        "q",
                        "rule",
                        "severity",
                        "table",
                        "tenant",
                        "to",
                        "traceId",
                        "user");
        assertThat(QueryParameterGuard.parameters(StatementsResource.class.getMethod("get", String.class)))
                .isEmpty();
    }

    @Test
    void letsPassWhatIsKnownAndGivenOnce() {
        QueryParameterGuard.check(KNOWN, Map.of("rule", List.of("x".repeat(QueryParameterGuard.MAX_LENGTH))));
    }

    @Test
    void refusesWhatIsUnknown() {
        assertThatThrownBy(() -> QueryParameterGuard.check(KNOWN, Map.of("role", List.of("x"))))
                .hasMessage("role is not a parameter of this address, which has rule");
        assertThatThrownBy(() -> QueryParameterGuard.check(Set.of(), Map.of("role", List.of("x"))))
                .hasMessage("role is not a parameter of this address, which has none");
    }

    @Test
    void refusesWhatIsRepeated() {
        assertThatThrownBy(() -> QueryParameterGuard.check(KNOWN, Map.of("rule", List.of("a", "b"))))
                .hasMessage("rule is given more than once");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> QueryParameterGuard.check(KNOWN, Map.of("rule", List.of("x".repeat(4097)))))
                .hasMessage("rule is longer than 4096 characters");
    }

    @Test
    void makesNamesFitForALog() {
        assertThatThrownBy(
                        () -> QueryParameterGuard.check(KNOWN, Map.of("\r\nFAKE <x>" + "y".repeat(100), List.of("x"))))
                .message()
                .startsWith("??FAKE??x?yyyy")
                .hasSizeLessThan(150);
    }
}
