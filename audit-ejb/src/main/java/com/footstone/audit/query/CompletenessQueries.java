package com.footstone.audit.query;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import com.footstone.audit.query.CompletenessFilter.Range;
import com.footstone.audit.query.ProducerCompleteness.MissingRange;

/**
 * Asks what producers sent and what is missing: PostgreSQL for what did not come, ClickHouse for what did. Ends with
 * {@link StoreUnavailableException} if a store does not answer for now.
 */
@ApplicationScoped
public class CompletenessQueries {

    /** Missing ranges that are listed of a producer. */
    public static final int MOST_RANGES = 100;

    @Resource(lookup = "jdbc/postgres-queries")
    private DataSource postgres;

    @Resource(lookup = "jdbc/clickhouse-queries")
    private DataSource clickhouse;

    private final Clock clock = Clock.systemUTC();

    /** How complete it is over all producers, now. */
    public CompletenessTotals totals() {
        return postgres()
                .first(
                        CompletenessSql.TOTALS,
                        row -> new CompletenessTotals(row.getLong("missing"), row.getLong("silent")))
                .orElseThrow();
    }

    /**
     * What came in a range, and what did not.
     *
     * @param after the last producer of the page before, if there was one
     * @param size most producers to return, 1 to {@link Page#MAX_SIZE}
     */
    public Completeness of(CompletenessFilter filter, Optional<CompletenessPosition> after, int size) {
        Instant now = clock.instant();
        // Asked for first: what is stored by then is seen by all that is asked afterwards.
        IntakeState state = postgres()
                .first(CompletenessSql.state(), CompletenessRows::state)
                .orElseThrow();
        Range range = after.map(page -> filter.until(page.to())).orElse(filter).range(state.storedUntil(), now);
        long untracked = untracked(filter, range);
        Set<Doubt> doubts = postgres()
                .first(CompletenessSql.summary(filter, range), CompletenessRows::doubts)
                .orElseThrow();
        doubts.addAll(state.doubts(range));
        if (untracked > 0) {
            doubts.add(Doubt.UNTRACKED);
        }
        if (isAmbiguous(filter, range)) {
            doubts.add(Doubt.AMBIGUOUS);
        }
        return new Completeness(
                range.from(),
                range.to(),
                state.storedUntil(),
                doubts,
                untracked,
                page(filter, range, after.map(CompletenessPosition::producer).orElse(0L), size));
    }

    /** Who asks about one producer asks about events that have one. */
    private long untracked(CompletenessFilter filter, Range range) {
        if (filter.producer().isPresent()) {
            return 0;
        }
        return clickhouse()
                .first(NumberSql.untracked(filter, range), row -> row.getLong("events"))
                .orElse(0L);
    }

    private Page<ProducerCompleteness> page(CompletenessFilter filter, Range range, long after, int size) {
        List<CompletenessRows.Known> rows =
                postgres().list(CompletenessSql.page(filter, range, after, size + 1), CompletenessRows::known);
        Page<CompletenessRows.Known> known = Page.of(rows, size);
        if (known.items().isEmpty()) {
            return new Page<>(List.of(), false);
        }
        Map<Long, List<MissingRange>> missing = postgres()
                .list(
                        CompletenessSql.ranges(
                                range,
                                known.items().stream()
                                        .map(CompletenessRows.Known::row)
                                        .toList(),
                                MOST_RANGES + 1),
                        CompletenessRows::missing)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<String, CompletenessRows.Received> received = received(range, known.items());
        List<ProducerCompleteness> items = known.items().stream()
                .map(one -> one.with(
                        received.getOrDefault(one.id(), CompletenessRows.Received.NOTHING),
                        missing.getOrDefault(one.row(), List.of())))
                .toList();
        return new Page<>(items, known.more());
    }

    private Map<String, CompletenessRows.Received> received(Range range, List<CompletenessRows.Known> producers) {
        Map<String, CompletenessRows.Received> received = new HashMap<>();
        List<String> ids = producers.stream().map(CompletenessRows.Known::id).toList();
        clickhouse()
                .list(NumberSql.received(range, ids), CompletenessRows::received)
                .forEach(one -> received.put(one.producer(), one));
        return received;
    }

    /** A number that came again is harmless if it is the same event; to find that out costs more than to count. */
    private boolean isAmbiguous(CompletenessFilter filter, Range range) {
        long duplicates = clickhouse()
                .first(NumberSql.duplicates(filter, range), row -> row.getLong("duplicates"))
                .orElse(0L);
        if (duplicates == 0) {
            return false;
        }
        List<String> producers =
                clickhouse().list(NumberSql.ambiguous(filter, range), row -> row.getString("producer_id"));
        return producers.size() == NumberSql.AMBIGUOUS
                || (!producers.isEmpty()
                        && postgres()
                                .first(CompletenessSql.anyOf(filter, range, producers), row -> row.getLong("id"))
                                .isPresent());
    }

    private StoreReader postgres() {
        return new StoreReader(Store.POSTGRESQL, postgres, StoreReader.PATIENCE);
    }

    private StoreReader clickhouse() {
        return new StoreReader(Store.CLICKHOUSE, clickhouse, StoreReader.PATIENCE);
    }

    /**
     * How far the intake is.
     *
     * @param storedUntil up to when all that Kafka held is stored
     * @param keptSince from when on events are kept
     */
    record IntakeState(Optional<Instant> storedUntil, Optional<Instant> keptSince) {

        Set<Doubt> doubts(Range range) {
            Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
            if (storedUntil.map(range.to()::isAfter).orElse(true)) {
                doubts.add(Doubt.UNSETTLED);
            }
            if (keptSince.map(range.from()::isBefore).orElse(true)) {
                doubts.add(Doubt.EXPIRED);
            }
            return doubts;
        }
    }
}
