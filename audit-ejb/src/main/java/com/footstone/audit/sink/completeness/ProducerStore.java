package com.footstone.audit.sink.completeness;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.sink.json.JsonRows;

/**
 * Notes which numbers of which producers a batch holds: two statements a batch, unless numbers come late or a silence
 * ends. Numbers arrive in any order, since a producer's events lie in several partitions, so they are only noted here;
 * {@link ProducerJudge} judges them.
 *
 * <p>Rows of producers are locked in the order of their keys, and whoever holds one may touch what belongs to it.
 */
@Stateless
public class ProducerStore {

    private static final String KEEP_PRODUCERS = """
            insert into producer as known (key, producer_id, tenants, applications, instance, host, top, repeated,
                                           dropped, first_seen, last_seen, heard_at)
            select sha256(convert_to(producer_id, 'UTF8')) as key, producer_id, tenants, applications, instance, host,
                   top, repeated, dropped, first_seen, last_seen, cast(:now as timestamptz)
            from json_to_recordset(cast(:rows as json)) as batch (
                producer_id text, tenants text[], applications text[], instance text, host text, top bigint,
                repeated bigint, dropped bigint, first_seen timestamptz, last_seen timestamptz)
            order by key
            on conflict (key) do update set
                tenants = %s,
                applications = %s,
                instance = coalesce(nullif(excluded.instance, ''), known.instance),
                host = coalesce(nullif(excluded.host, ''), known.host),
                top = greatest(known.top, excluded.top),
                repeated = known.repeated + excluded.repeated,
                dropped = greatest(known.dropped, excluded.dropped),
                first_seen = least(known.first_seen, excluded.first_seen),
                last_seen = greatest(known.last_seen, excluded.last_seen),
                heard_at = greatest(known.heard_at, excluded.heard_at)
            returning producer_id, id, judged, silent_since is not null
            """.formatted(names("tenants"), names("applications"));

    /** A number that is noted already came twice. The row of its producer is ours, so nobody notes it meanwhile. */
    private static final String KEEP_BLOCKS = """
            with batch as (
                select producer, block, bits, first_seen, last_seen
                from json_to_recordset(cast(:rows as json)) as part (
                    producer bigint, block bigint, bits bit(1024), first_seen timestamptz, last_seen timestamptz)
            ), again as (
                select producer, sum(bit_count(known.bits & batch.bits)) as numbers
                from batch join producer_block known using (producer, block)
                group by producer
            ), kept as (
                insert into producer_block as known (producer, block, bits, first_seen, last_seen)
                select producer, block, bits, first_seen, last_seen from batch order by producer, block
                on conflict (producer, block) do update set
                    bits = known.bits | excluded.bits,
                    first_seen = least(known.first_seen, excluded.first_seen),
                    last_seen = greatest(known.last_seen, excluded.last_seen)
            )
            update producer set repeated = repeated + again.numbers
            from again where producer.id = again.producer and again.numbers > 0
            """;

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    private final Clock clock = Clock.systemUTC();

    /** Notes the numbers of a batch, in the transaction that keeps the batch. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(List<AuditedEvent> events) {
        Collection<ProducerTally> tallies = ProducerTally.of(events);
        if (tallies.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, Known> known = keepProducers(tallies, now);
        List<Noted> noted = new ArrayList<>();
        List<LateNumbers> late = new ArrayList<>();
        List<SilenceEnd> ended = new ArrayList<>();
        for (ProducerTally tally : tallies) {
            Known producer = known.get(tally.producerId());
            int judged = tally.below(producer.judged());
            List<Numbered> numbers = tally.numbers();
            Block.of(numbers.subList(judged, numbers.size()))
                    .forEach(block -> noted.add(new Noted(producer.id(), block)));
            if (judged > 0) {
                late.add(new LateNumbers(producer.id(), numbers.subList(0, judged)));
            }
            if (producer.silent()) {
                ended.add(new SilenceEnd(producer.id(), tally.firstSeen()));
            }
        }
        keepBlocks(noted);
        new GapStore(entities).fill(late, now);
        SilenceEnd.keep(entities, ended);
    }

    private Map<String, Known> keepProducers(Collection<ProducerTally> tallies, Instant now) {
        String rows = JsonRows.of(tallies, (json, tally) -> {
            json.writeStringField("producer_id", tally.producerId());
            JsonRows.texts(json, "tenants", tally.tenants());
            JsonRows.texts(json, "applications", tally.applications());
            json.writeStringField("instance", tally.instance());
            json.writeStringField("host", tally.host());
            json.writeNumberField("top", tally.top());
            json.writeNumberField("repeated", tally.repeated());
            json.writeNumberField("dropped", tally.dropped());
            json.writeStringField("first_seen", tally.firstSeen().toString());
            json.writeStringField("last_seen", tally.lastSeen().toString());
        });
        Map<String, Known> known = new HashMap<>();
        for (Object row : entities.createNativeQuery(KEEP_PRODUCERS)
                .setParameter("rows", rows)
                .setParameter("now", now.toString())
                .getResultList()) {
            Object[] columns = (Object[]) row;
            known.put((String) columns[0], new Known(Columns.number(columns[1]), Columns.number(columns[2]), (Boolean)
                    columns[3]));
        }
        return known;
    }

    private void keepBlocks(List<Noted> noted) {
        if (noted.isEmpty()) {
            return;
        }
        String rows = JsonRows.of(noted, (json, one) -> {
            json.writeNumberField("producer", one.producer());
            json.writeNumberField("block", one.block().index());
            json.writeStringField("bits", one.block().hexadecimal());
            json.writeStringField("first_seen", one.block().first().toString());
            json.writeStringField("last_seen", one.block().last().toString());
        });
        entities.createNativeQuery(KEEP_BLOCKS).setParameter("rows", rows).executeUpdate();
    }

    /** Adds names to those that are known, up to the bound. */
    private static String names(String column) {
        return """
                case when known.%1$s @> excluded.%1$s or cardinality(known.%1$s) >= %2$d then known.%1$s
                    else array(select name from (
                        select unnest(known.%1$s) union select unnest(excluded.%1$s)) as both_names (name)
                        order by name limit %2$d) end""".formatted(column, ProducerTally.MOST_NAMES);
    }

    /** A producer as PostgreSQL knows it; numbers below {@code judged} were judged. */
    private record Known(long id, long judged, boolean silent) {}

    /** A block of a producer. */
    private record Noted(long producer, Block block) {}
}
