package com.footstone.audit.checking;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.policy.Hours;
import com.footstone.audit.model.policy.Scope;

import static com.footstone.audit.checking.PolicySample.applications;
import static com.footstone.audit.checking.PolicySample.hours;
import static com.footstone.audit.checking.PolicySample.tables;
import static org.assertj.core.api.Assertions.assertThat;

class ScopeFilterTest {

    private static final SampleEvent EVENT = SampleEvent.of(StatementKind.SELECT)
            .with(event -> event.tenantId("acme")
                    .application("shop.web")
                    .dbName("orders")
                    .dbUser("app")
                    .endUser("alice"));

    @Test
    void noConditionCoversEverything() {
        assertThat(covers(Scope.EVERYTHING, EVENT)).isTrue();
    }

    @Test
    void namesAreComparedAsAWholeWithStars() {
        assertThat(covers(applications("shop.web"), EVENT)).isTrue();
        assertThat(covers(applications("SHOP.*"), EVENT)).isTrue();
        assertThat(covers(applications("*"), EVENT)).isTrue();
        assertThat(covers(applications("other", "shop.web"), EVENT)).isTrue();
        assertThat(covers(applications("web"), EVENT)).isFalse();
        assertThat(covers(applications("shop"), EVENT)).isFalse();
        assertThat(covers(applications("*"), SampleEvent.of(StatementKind.SELECT)))
                .as("whoever does not tell meets no condition")
                .isFalse();
    }

    @Test
    void everyConditionMustBeMet() {
        Scope both = scope("acme", "orders", "app", "alice");
        assertThat(covers(both, EVENT)).isTrue();
        assertThat(covers(scope("other", "orders", "app", "alice"), EVENT)).isFalse();
        assertThat(covers(scope("acme", "other", "app", "alice"), EVENT)).isFalse();
        assertThat(covers(scope("acme", "orders", "other", "alice"), EVENT)).isFalse();
        assertThat(covers(scope("acme", "orders", "app", "other"), EVENT)).isFalse();
    }

    @Test
    void aTableIsMetWithAndWithoutItsSchema() {
        assertThat(covers(tables("t"), EVENT)).isTrue();
        assertThat(covers(tables("T"), EVENT)).isTrue();
        assertThat(covers(tables("u"), EVENT)).isFalse();
    }

    @Test
    void aFingerprintIsMetExactly() {
        String other = "f".repeat(32);
        Scope scope = new Scope(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(other),
                List.of(),
                List.of(),
                Optional.empty());
        assertThat(covers(scope, EVENT)).isFalse();
        assertThat(covers(scope, EVENT.fingerprint(other))).isTrue();
    }

    @Test
    void hoursAreThoseOfTheExecution() {
        Scope night = hours(new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0), Set.of(), ZoneId.of("UTC")));
        assertThat(covers(night, EVENT)).isFalse();
        assertThat(covers(night, EVENT.time(Instant.parse("2026-01-05T23:00:00Z"))))
                .isTrue();
    }

    private static Scope scope(String tenant, String database, String dbUser, String endUser) {
        return new Scope(
                List.of(tenant),
                List.of(),
                List.of(database),
                List.of(),
                List.of(),
                List.of(),
                List.of(dbUser),
                List.of(endUser),
                Optional.empty());
    }

    private static boolean covers(Scope scope, SampleEvent event) {
        return new ScopeFilter(scope).covers(event.build());
    }
}
