package com.footstone.audit.sink.completeness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.sink.json.JsonRows;

/**
 * Judges which numbers are missing. At each look at a producer its next number is marked; when all that Kafka held some
 * patience after that look is stored, whatever is below the mark and did not come was overtaken for that long, and is
 * missing. How far partitions lie behind each other does not matter.
 */
@Stateless
public class ProducerJudge {

    /** Any number will do, as long as every version of the service uses the same. */
    private static final long LOCK = 0x434F4D504C455445L;

    private static final int PRODUCERS = 500;
    private static final int BLOCKS = 10_000;

    private static final String DUE = """
            select id, top, judged, %s, case when marked_at <= cast(:limit as timestamptz) then mark end, %s, %s, %s,
                   repeated - repeated_told, dropped - dropped_told
            from producer
            where (mark is null or marked_at <= cast(:limit as timestamptz))
                and (top >= judged or repeated > repeated_told or dropped > dropped_told)
            order by key limit %d for update
            """.formatted(
                    Columns.micros("judged_seen"),
                    Columns.micros("marked_seen"),
                    Columns.micros("first_seen"),
                    Columns.micros("last_seen"),
                    PRODUCERS);

    private static final String DUE_BLOCKS =
            """
            select noted.producer, noted.block,
                   case when bit_count(noted.bits) < %d then cast(noted.bits as text) end, %s, %s
            from producer_block noted
            join json_to_recordset(cast(:rows as json)) as due (id bigint, highest bigint)
                on noted.producer = due.id and noted.block <= due.highest
            order by noted.producer, noted.block limit %d
            """.formatted(Block.SIZE, Columns.micros("noted.first_seen"), Columns.micros("noted.last_seen"), BLOCKS);

    private static final String KEEP_JUDGEMENT = """
            update producer set
                judged = look.judged, judged_seen = look.judged_seen, mark = look.mark,
                marked_at = case when look.partial then marked_at else cast(:now as timestamptz) end,
                marked_seen = case when look.partial then marked_seen else last_seen end,
                repeated_told = repeated, dropped_told = dropped
            from json_to_recordset(cast(:rows as json)) as look (
                id bigint, judged bigint, judged_seen timestamptz, mark bigint, partial boolean)
            where producer.id = look.id
            """;

    private static final String KEEP_DROPS = """
            insert into producer_drop as known (producer, from_time, to_time, dropped)
            select id, least(from_time, to_time), to_time, dropped
            from json_to_recordset(cast(:rows as json)) as said (
                id bigint, from_time timestamptz, to_time timestamptz, dropped bigint)
            where dropped > 0
            on conflict (producer, to_time) do update set
                from_time = least(known.from_time, excluded.from_time), dropped = known.dropped + excluded.dropped
            """;

    private static final String REMOVE_JUDGED_BLOCKS = """
            delete from producer_block noted
            using json_to_recordset(cast(:rows as json)) as look (id bigint, judged bigint)
            where noted.producer = look.id and (noted.block + 1) * %d <= look.judged
            """.formatted(Block.SIZE);

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /**
     * Takes a turn, bounded in what it takes on; one instance at a time does.
     *
     * @param storedUntil up to when all that Kafka held is stored
     * @param patience how long a number may be overtaken
     */
    public Judged judge(Instant storedUntil, Duration patience, Instant now) {
        if (!isMyTurn()) {
            return Judged.NOTHING;
        }
        List<DueProducer> due = due(storedUntil.minus(patience));
        if (due.isEmpty()) {
            return Judged.NOTHING;
        }
        List<DueProducer.Look> looks = look(due, now);
        keep(looks, now);
        long gaps = looks.stream().mapToLong(look -> look.gaps().size()).sum();
        long repeated =
                looks.stream().mapToLong(look -> look.producer().repeated()).sum();
        long dropped =
                looks.stream().mapToLong(look -> look.producer().dropped()).sum();
        boolean partial = looks.size() < due.size() || looks.stream().anyMatch(DueProducer.Look::partial);
        return new Judged(gaps, repeated, dropped, partial || due.size() == PRODUCERS);
    }

    private boolean isMyTurn() {
        return (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")
                .getSingleResult();
    }

    private List<DueProducer> due(Instant limit) {
        List<DueProducer> due = new ArrayList<>();
        for (Object row : entities.createNativeQuery(DUE)
                .setParameter("limit", limit.toString())
                .getResultList()) {
            Object[] columns = (Object[]) row;
            due.add(new DueProducer(
                    Columns.number(columns[0]),
                    Columns.number(columns[1]),
                    Columns.number(columns[2]),
                    Columns.time(columns[3]),
                    columns[4] == null ? null : Columns.number(columns[4]),
                    Columns.time(columns[5]),
                    Columns.time(columns[6]),
                    Columns.time(columns[7]),
                    Columns.number(columns[8]),
                    Columns.number(columns[9])));
        }
        return due;
    }

    /** Producers whose blocks would be too many for one turn are left for the next, or judged in part. */
    private List<DueProducer.Look> look(List<DueProducer> due, Instant now) {
        Map<Long, List<Block>> blocks = new HashMap<>();
        List<?> rows = entities.createNativeQuery(DUE_BLOCKS)
                .setParameter(
                        "rows",
                        JsonRows.of(
                                due.stream().filter(one -> one.mark() != null).toList(), (json, one) -> {
                                    json.writeNumberField("id", one.id());
                                    json.writeNumberField("highest", Block.indexOf(one.mark() - 1));
                                }))
                .getResultList();
        long lastRead = Long.MAX_VALUE;
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            lastRead = Columns.number(columns[0]);
            blocks.computeIfAbsent(lastRead, producer -> new ArrayList<>()).add(block(columns));
        }
        if (rows.size() < BLOCKS) {
            lastRead = Long.MAX_VALUE;
        }
        List<DueProducer.Look> looks = new ArrayList<>();
        for (DueProducer one : due) {
            List<Block> own = blocks.getOrDefault(one.id(), List.of());
            if (one.mark() == null || one.id() < lastRead) {
                looks.add(one.judge(own, now));
            } else if (one.id() == lastRead) {
                looks.add(one.judgePart(own, now));
            }
        }
        return looks;
    }

    private static Block block(Object[] columns) {
        return new Block(
                Columns.number(columns[1]), (String) columns[2], Columns.time(columns[3]), Columns.time(columns[4]));
    }

    private void keep(List<DueProducer.Look> looks, Instant now) {
        Map<Long, List<Gap>> found = new TreeMap<>();
        looks.stream()
                .filter(look -> !look.gaps().isEmpty())
                .forEach(look -> found.put(look.producer().id(), look.gaps()));
        new GapStore(entities).open(found);
        String rows = JsonRows.of(looks, (json, look) -> {
            json.writeNumberField("id", look.producer().id());
            json.writeNumberField("judged", look.judged());
            json.writeStringField("judged_seen", text(look.judgedSeen()));
            json.writeObjectField("mark", look.mark());
            json.writeBooleanField("partial", look.partial());
            json.writeStringField("from_time", text(look.producer().lastLook()));
            json.writeStringField("to_time", text(look.producer().lastSeen()));
            json.writeNumberField("dropped", look.producer().dropped());
        });
        entities.createNativeQuery(KEEP_DROPS).setParameter("rows", rows).executeUpdate();
        entities.createNativeQuery(REMOVE_JUDGED_BLOCKS)
                .setParameter("rows", rows)
                .executeUpdate();
        entities.createNativeQuery(KEEP_JUDGEMENT)
                .setParameter("rows", rows)
                .setParameter("now", now.toString())
                .executeUpdate();
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
