package com.footstone.audit.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the guides tell people to type, as far as it needs no cluster. */
@ExtendWith(RunningSystem.class)
class GuideCommandsIT {

    private static final String TROUBLESHOOTING = "docs/operations/troubleshooting-guide.md";
    private static final String PRODUCTION = "docs/deployment/production-deployment.md";
    private static final Pattern EVENT = Pattern.compile("(?m)^\\{\"sql\".*}$");
    private static final Pattern CLUSTER = Pattern.compile("\\b(kubectl|helm)\\b");
    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {TROUBLESHOOTING, "docs/deployment/security/jwt-authentication.md", "docs/operations/policy.md"})
    void everyCommandThatNeedsNoClusterAnswers(String page, SystemUnderTest system) throws Exception {
        List<String> commands = ReadMe.of(TestFolders.repository(), page).commands().stream()
                .filter(block -> !CLUSTER.matcher(block).find())
                .toList();
        assertThat(commands).isNotEmpty();

        for (String command : commands) {
            assertThat(run(command, system)).as(command).isNotBlank();
        }
    }

    /** What whoever has installed it tries first. */
    @Test
    void theFirstEventOfTheGuideIsFound(SystemUnderTest system) throws Exception {
        String page = Files.readString(TestFolders.repository().resolve(PRODUCTION));
        Matcher event = EVENT.matcher(page);
        assertThat(event.find()).isTrue();
        system.topic()
                .send(
                        0,
                        event.group()
                                .replace("$(date -u +%FT%TZ)", Instant.now().toString())
                                .getBytes(StandardCharsets.UTF_8));
        system.awaitEvents("first-try", 1);

        String question = ReadMe.of(TestFolders.repository(), PRODUCTION).blockWith("first-try");
        assertThat(run(question, system)).contains("NoWhere");
    }

    @Test
    void everyQuestionToClickHouseIsOne(SystemUnderTest system) throws IOException {
        List<String> questions = SQL.matcher(
                        Files.readString(TestFolders.repository().resolve(TROUBLESHOOTING)))
                .results()
                .flatMap(block -> Stream.of(block.group(1).split(";")))
                .map(String::strip)
                .filter(question -> !question.isEmpty())
                .toList();

        assertThat(questions).hasSize(2).allSatisfy(system.stores()::changeClickHouse);
    }

    private static String run(String command, SystemUnderTest system) throws Exception {
        try (Program program = Program.start(
                TestFolders.fresh("guide"),
                Map.of("TOKEN", token("on-call", system), "APPROVER", token("second", system)),
                List.of("bash", "-euo", "pipefail", "-c", here(command, system)))) {
            assertThat(program.exitCode(SystemUnderTest.PATIENCE))
                    .as("%s\n%s", command, program.output())
                    .isZero();
            return program.output();
        }
    }

    private static String token(String who, SystemUnderTest system) {
        return system.identity().token(who, "audit-admin", Duration.ofMinutes(10));
    }

    /** The ports that the guide says are those of a cluster's pod. */
    private static String here(String command, SystemUnderTest system) {
        return command.replace(
                        "localhost:8091",
                        "127.0.0.1:" + system.server().ports().management().number())
                .replace(
                        "localhost:8090",
                        "127.0.0.1:" + system.server().ports().api().number());
    }
}
