package com.footstone.audit.web.problem;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.footstone.audit.query.QueryFailedException;
import com.footstone.audit.query.Store;
import com.footstone.audit.query.StoreUnavailableException;
import com.footstone.audit.web.request.InvalidParameterException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ProblemMapperTest {

    @Test
    void namesTheParameterAtFault() {
        Problem problem = ProblemMapper.problem(new InvalidParameterException("limit", "is not a number"));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).isEqualTo("urn:sql-audit:problem:invalid-parameter");
        assertThat(problem.parameter()).isEqualTo("limit");
        assertThat(problem.detail()).isEqualTo("limit is not a number");
    }

    @Test
    void namesTheStoreThatIsAway() {
        Problem problem = ProblemMapper.problem(new StoreUnavailableException(Store.CLICKHOUSE, "refuses connections"));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.type()).isEqualTo("urn:sql-audit:problem:store-unavailable");
        assertThat(problem.store()).isEqualTo("ClickHouse");
        assertThat(problem.detail()).isEqualTo("ClickHouse refuses connections");
    }

    @Test
    void tellsWhatIsNotKept() {
        Problem problem = ProblemMapper.problem(new NotKeptException("event"));

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.detail()).startsWith("There is no such event");
    }

    static Stream<Arguments> faultsOfOurs() {
        return Stream.of(
                arguments(new QueryFailedException(Store.POSTGRESQL, "failed a question with select secret")),
                arguments(new IllegalStateException("secret")),
                arguments(new StackOverflowError("secret")));
    }

    @ParameterizedTest
    @MethodSource("faultsOfOurs")
    void keepsTheInsideInside(Throwable thrown) {
        Problem problem = ProblemMapper.problem(thrown);

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void givesEveryProblemAnIdOfItsOwn() {
        assertThat(Problem.byStatus(404).id())
                .isNotEqualTo(Problem.byStatus(404).id());
    }

    @Test
    void tracesWithoutMessages() {
        Throwable thrown = new IllegalStateException("secret", new IllegalArgumentException("secret"));

        assertThat(Trace.of(thrown))
                .contains("java.lang.IllegalStateException at ", " caused by java.lang.IllegalArgumentException at ")
                .contains("ProblemMapperTest")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void saysWhatToDoAboutAStatus(int status, String title) {
        Problem problem = Problem.byStatus(status);

        assertThat(problem.type()).isEqualTo("about:blank");
        assertThat(problem.title()).isEqualTo(title);
        assertThat(problem.detail()).isNotBlank();
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(401, "Unauthorized"),
                arguments(403, "Forbidden"),
                arguments(404, "Not Found"),
                arguments(405, "Method Not Allowed"),
                arguments(406, "Not Acceptable"),
                arguments(415, "Unsupported Media Type"),
                arguments(418, "Status 418"),
                arguments(500, "Internal Server Error"),
                arguments(503, "Service Unavailable"));
    }
}
