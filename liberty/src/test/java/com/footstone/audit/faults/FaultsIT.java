package com.footstone.audit.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.footstone.audit.dev.Service;
import com.footstone.audit.faults.plan.Fault;
import com.footstone.audit.faults.plan.Round;
import com.footstone.audit.faults.proxy.Moment;

import static org.assertj.core.api.Assertions.assertThat;

/** A few faults for every build; {@code mvn -Pfaults verify} does many, of all kinds. */
class FaultsIT {

    private static final List<Round> ROUNDS = List.of(new Round(List.of(
            new Fault.KillService(0, Optional.of(Moment.INSERT_HALF)),
            new Fault.KillStore(Service.CLICKHOUSE, Optional.of(Moment.INSERT_ANSWERED), Duration.ZERO),
            new Fault.KillStore(Service.POSTGRES, Optional.of(Moment.FINISH_ANSWERED), Duration.ZERO),
            new Fault.KillStore(Service.KAFKA, Optional.empty(), Duration.ZERO),
            new Fault.PauseStore(Service.POSTGRES, Duration.ofSeconds(1)),
            new Fault.Cut(1, Service.CLICKHOUSE, Duration.ofSeconds(1)),
            new Fault.Rebalance(Duration.ofSeconds(1)),
            new Fault.PoisonBurst(200))));

    @Test
    void nothingIsLostOrTwiceAndAllRecovers() throws Exception {
        FaultSettings settings = new FaultSettings(
                1,
                4,
                300,
                Duration.ofMinutes(5),
                FaultSettings.PATIENCE,
                Path.of(System.getProperty("server.home")),
                Path.of(System.getProperty("test.folder")).resolve("faults"));

        Report report = new FaultRun(settings, System.out::println).run(ROUNDS);

        assertThat(report.objections()).isEmpty();
        assertThat(report.kills()).isEqualTo(4);
    }
}
