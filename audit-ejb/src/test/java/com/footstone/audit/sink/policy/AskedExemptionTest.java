package com.footstone.audit.sink.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.policy.ExemptionRequest;
import com.footstone.audit.model.policy.Scope;
import com.footstone.audit.policy.PolicyRefusedException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AskedExemptionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void whatSomebodyElseAskedForCanBeApprovedInTime() {
        assertThatCode(() -> asked("batch").requireApprovable("bob", NOW)).doesNotThrowAnyException();
        assertThatExceptionOfType(PolicyRefusedException.class)
                .isThrownBy(() -> asked("batch").requireApprovable("alice", NOW))
                .withMessageContaining("Somebody else");
        assertThatExceptionOfType(PolicyRefusedException.class)
                .isThrownBy(() -> asked("batch").requireApprovable("bob", NOW.plusSeconds(1)))
                .withMessageContaining("expired");
    }

    @Test
    void whatLeavesNothingOutCannotAlsoIfItWasAskedForBeforeThisWasRefused() {
        assertThatExceptionOfType(PolicyRefusedException.class)
                .isThrownBy(() -> asked("*").requireApprovable("bob", NOW))
                .withMessageContaining("where.applications leaves nothing out");
    }

    private static AskedExemption asked(String application) {
        Scope where = new Scope(
                List.of(),
                List.of(application),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        ExemptionRequest request = new ExemptionRequest(List.of("SlowQuery"), where, "r", "alice", NOW.plusMillis(1));
        return new AskedExemption(request, false, false);
    }
}
