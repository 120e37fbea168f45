package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.EntityManager;

import com.footstone.audit.sink.json.JsonRows;

/** Keeps what is missing of each producer, in the transaction of a caller who holds the rows of the producers. */
final class GapStore {

    private static final String COLUMNS = "gap.producer, gap.first, gap.last, gap.missing, gap.blurred, "
            + Columns.micros("gap.from_time") + " as from_micros, " + Columns.micros("gap.to_time") + " as to_micros, "
            + Columns.micros("gap.opened_at") + " as opened_micros";

    private static final String OPEN_GAPS = """
            select %s
            from producer_gap gap
            join json_to_recordset(cast(:rows as json)) as wanted (producer bigint, lowest bigint, highest bigint)
                on gap.producer = wanted.producer and gap.first <= wanted.highest and gap.last >= wanted.lowest
            where gap.closed_at is null
            order by gap.producer, gap.first
            """.formatted(COLUMNS);

    private static final String PRODUCERS_WITH_TOO_MANY = """
            select producer from producer_gap
            where closed_at is null and producer in (
                select wanted.producer
                from json_to_recordset(cast(:rows as json)) as wanted (producer bigint))
            group by producer having count(*) > :most
            """;

    private static final String REMOVE = """
            delete from producer_gap as gap
            using json_to_recordset(cast(:rows as json)) as gone (producer bigint, first bigint)
            where gap.producer = gone.producer and gap.first = gone.first and gap.closed_at is null
            """;

    private static final String ADD = """
            insert into producer_gap (producer, first, last, missing, blurred, from_time, to_time, opened_at, closed_at)
            select producer, first, last, missing, blurred, from_time, to_time, opened_at, closed_at
            from json_to_recordset(cast(:rows as json)) as batch (
                producer bigint, first bigint, last bigint, missing bigint, blurred boolean, from_time timestamptz,
                to_time timestamptz, opened_at timestamptz, closed_at timestamptz)
            """;

    private static final String COUNT_REPEATED = """
            update producer set repeated = producer.repeated + batch.repeated
            from json_to_recordset(cast(:rows as json)) as batch (producer bigint, repeated bigint)
            where producer.id = batch.producer and batch.repeated > 0
            """;

    private final EntityManager entities;

    GapStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Closes gaps, or parts of them, with numbers that come late; those that lie in no gap came before. */
    void fill(List<LateNumbers> late, Instant now) {
        if (late.isEmpty()) {
            return;
        }
        Map<Long, List<Gap>> open = open(JsonRows.of(late, (json, one) -> {
            json.writeNumberField("producer", one.producer());
            json.writeNumberField("lowest", one.lowest());
            json.writeNumberField("highest", one.highest());
        }));
        List<Row> gone = new ArrayList<>();
        List<Row> kept = new ArrayList<>();
        Map<Long, Long> repeated = new TreeMap<>();
        for (LateNumbers one : late) {
            GapFill fill = GapFill.of(open.getOrDefault(one.producer(), List.of()), one.numbers());
            fill.touched().forEach(gap -> gone.add(new Row(one.producer(), gap, null)));
            fill.open().forEach(gap -> kept.add(new Row(one.producer(), gap, null)));
            fill.closed().forEach(gap -> kept.add(new Row(one.producer(), gap, now)));
            repeated.put(one.producer(), fill.repeated());
        }
        remove(gone);
        add(kept);
        run(COUNT_REPEATED, JsonRows.of(repeated.entrySet(), (json, one) -> {
            json.writeNumberField("producer", one.getKey());
            json.writeNumberField("repeated", one.getValue());
        }));
    }

    /** Opens gaps, and puts those of a producer together that has too many. */
    void open(Map<Long, List<Gap>> found) {
        if (found.isEmpty()) {
            return;
        }
        add(rows(found));
        Map<Long, List<Gap>> tooMany = open(JsonRows.of(withTooMany(found.keySet()), (json, producer) -> {
            json.writeNumberField("producer", producer);
            json.writeNumberField("lowest", 0);
            json.writeNumberField("highest", Numbered.MAX);
        }));
        remove(rows(tooMany));
        // Not down to the bound, or it would have to be done again for each further gap.
        tooMany.replaceAll((producer, gaps) -> GapLimit.apply(gaps, GapLimit.MOST / 2));
        add(rows(tooMany));
    }

    private List<Long> withTooMany(Collection<Long> producers) {
        List<Long> found = new ArrayList<>();
        for (Object producer : entities.createNativeQuery(PRODUCERS_WITH_TOO_MANY)
                .setParameter(
                        "rows", JsonRows.of(producers, (json, producer) -> json.writeNumberField("producer", producer)))
                .setParameter("most", GapLimit.MOST)
                .getResultList()) {
            found.add(Columns.number(producer));
        }
        return found;
    }

    private Map<Long, List<Gap>> open(String wanted) {
        Map<Long, List<Gap>> gaps = new TreeMap<>();
        for (Object row : entities.createNativeQuery(OPEN_GAPS)
                .setParameter("rows", wanted)
                .getResultList()) {
            Object[] columns = (Object[]) row;
            gaps.computeIfAbsent(Columns.number(columns[0]), producer -> new ArrayList<>())
                    .add(gap(columns));
        }
        return gaps;
    }

    private static Gap gap(Object[] columns) {
        return new Gap(
                Columns.number(columns[1]),
                Columns.number(columns[2]),
                Columns.number(columns[3]),
                (Boolean) columns[4],
                Columns.time(columns[5]),
                Columns.time(columns[6]),
                Columns.time(columns[7]));
    }

    private void remove(List<Row> rows) {
        run(REMOVE, JsonRows.of(rows, (json, row) -> {
            json.writeNumberField("producer", row.producer());
            json.writeNumberField("first", row.gap().first());
        }));
    }

    private void add(List<Row> rows) {
        run(ADD, JsonRows.of(rows, (json, row) -> {
            json.writeNumberField("producer", row.producer());
            json.writeNumberField("first", row.gap().first());
            json.writeNumberField("last", row.gap().last());
            json.writeNumberField("missing", row.gap().missing());
            json.writeBooleanField("blurred", row.gap().blurred());
            json.writeStringField("from_time", row.gap().from().toString());
            json.writeStringField("to_time", row.gap().to().toString());
            json.writeStringField("opened_at", row.gap().opened().toString());
            json.writeStringField(
                    "closed_at", row.closed() == null ? null : row.closed().toString());
        }));
    }

    private void run(String sql, String rows) {
        if (!rows.equals("[]")) {
            entities.createNativeQuery(sql).setParameter("rows", rows).executeUpdate();
        }
    }

    private static List<Row> rows(Map<Long, List<Gap>> gaps) {
        List<Row> rows = new ArrayList<>();
        gaps.forEach((producer, some) -> some.forEach(gap -> rows.add(new Row(producer, gap, null))));
        return rows;
    }

    /** A gap of a producer, and when it was closed, or null. */
    private record Row(long producer, Gap gap, Instant closed) {}
}
