package com.footstone.audit.bench.capture;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import com.footstone.audit.bench.load.Bank;
import com.footstone.audit.bench.measure.Spread;
import com.footstone.audit.bench.stage.Stage;
import com.footstone.audit.capture.SqlCapture;
import com.footstone.audit.capture.settings.CaptureSettings;
import com.footstone.audit.dev.process.FreePorts;
import com.zaxxer.hikari.HikariDataSource;

/**
 * What capture costs an application: the same work without it, with it, and with it while Kafka is away. The three take
 * turns in short rounds on the same tables, and each round is compared with the plain one beside it.
 */
public final class CaptureOverhead {

    private static final String TOPIC = "captured";
    private static final int CONNECTIONS = 2;
    /** Rounds for Java to compile what it needs, which the sender's threads take longer for than the application's. */
    private static final int WARM_UP = 3;

    private final Stage stage;

    public CaptureOverhead(Stage stage) {
        this.stage = stage;
    }

    /** Who asks the database. */
    private enum Way {
        PLAIN,
        CAPTURED,
        KAFKA_AWAY
    }

    /**
     * What one way of capturing costs, 0.01 being one part in a hundred; less than 0 is noise.
     *
     * @param throughputLoss transactions that were not done
     * @param p99Growth how much longer the slowest hundredth took
     */
    public record Cost(Spread throughputLoss, Spread p99Growth) {}

    /**
     * What was found at some load.
     *
     * @param plainPerSecond transactions, of five statements each, that were done without capture
     */
    public record Load(Spread plainPerSecond, Cost kafkaUp, Cost kafkaAway) {}

    /**
     * What was found.
     *
     * @param full every connection has the next transaction as soon as the last is done, so that on few processors whatever
     *     capture, the broker and the database do is taken from the application
     * @param half transactions come evenly, half as many a second as could be done
     */
    public record Result(Load full, Load half) {}

    /** Measures; takes six times the time of a round for each round. */
    public Result measure(int rounds, Duration time) {
        stage.kafka().create(TOPIC);
        String nobody = "127.0.0.1:" + new FreePorts().next("none").number();
        try (SqlCapture captured = capture(stage.addresses().kafkaBootstrapServers());
                SqlCapture away = capture(nobody);
                HikariDataSource pool = pool()) {
            Bank.install(pool);
            Map<Way, DataSource> ways = new EnumMap<>(
                    Map.of(Way.PLAIN, pool, Way.CAPTURED, captured.audited(pool), Way.KAFKA_AWAY, away.audited(pool)));
            Load full = load(ways, rounds, new Teller.Shift(time, Duration.ZERO));
            double halfPerSecond = full.plainPerSecond().median() / 2 / CONNECTIONS;
            Duration pace = Duration.ofNanos((long) (1e9 / halfPerSecond));
            return new Result(full, load(ways, rounds, new Teller.Shift(time, pace)));
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the measured application failed", e);
        }
    }

    private static Load load(Map<Way, DataSource> ways, int rounds, Teller.Shift shift) {
        Map<Way, List<Teller.Pace>> paces = new EnumMap<>(Way.class);
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Map.Entry<Way, DataSource> way : ways.entrySet()) {
                Teller.Pace pace = Teller.work(way.getValue(), CONNECTIONS, shift);
                if (round >= 0) {
                    paces.computeIfAbsent(way.getKey(), key -> new ArrayList<>())
                            .add(pace);
                }
            }
        }
        List<Teller.Pace> plain = paces.get(Way.PLAIN);
        return new Load(
                Spread.of(plain.stream().map(Teller.Pace::perSecond).toList()),
                cost(plain, paces.get(Way.CAPTURED)),
                cost(plain, paces.get(Way.KAFKA_AWAY)));
    }

    private static Cost cost(List<Teller.Pace> plain, List<Teller.Pace> captured) {
        List<Double> losses = new ArrayList<>();
        List<Double> growths = new ArrayList<>();
        for (int round = 0; round < plain.size(); round++) {
            losses.add(1 - captured.get(round).perSecond() / plain.get(round).perSecond());
            growths.add(captured.get(round).p99Millis() / plain.get(round).p99Millis() - 1);
        }
        return new Cost(Spread.of(losses), Spread.of(growths));
    }

    private static SqlCapture capture(String bootstrapServers) {
        return SqlCapture.start(CaptureSettings.builder("bank", bootstrapServers)
                .topic(TOPIC)
                .closeTimeout(Duration.ofSeconds(1))
                .build());
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(stage.addresses().shop().url());
        pool.setUsername(stage.addresses().shop().user());
        pool.setPassword(stage.addresses().shop().password());
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }
}
