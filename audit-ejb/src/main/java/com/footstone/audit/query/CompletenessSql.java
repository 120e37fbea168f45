package com.footstone.audit.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.footstone.audit.query.CompletenessFilter.Range;

/** Questions about producers as SQL of PostgreSQL; the tables are told of in {@code db/postgresql/V2__completeness.sql}. */
final class CompletenessSql {

    /** So many names of tenants and applications are kept of a producer; one more stands for more. */
    static final int MOST_NAMES = 64;

    static final BoundSql TOTALS = new BoundSql("""
            select (select least(coalesce(sum(missing), 0), 9223372036854775807)::bigint from producer_gap
                    where closed_at is null) as missing,
                   (select count(*) from producer_silence where until is null) as silent""", List.of());

    private static final String STATE = """
            select (select case when count(*) = count(stored_until) then min(stored_until) end
                    from intake_position left join intake_mark using (topic, partition)
                    where topic = (select topic from intake_state)) as stored_until,
                   (select now() - make_interval(days => event_days) from intake_state) as kept_since""";

    /** What happened to each producer in a range. A gap or a drop counts if the events around it may have been in it. */
    private static final String PRODUCERS = """

            from producer
            cross join lateral (
                select least(coalesce(sum(gap.missing), 0), 9223372036854775807)::bigint as missing
                from producer_gap gap
                where gap.producer = producer.id and gap.closed_at is null
                  and gap.from_time < ? and gap.to_time >= ?) as overtaken
            cross join lateral (
                select coalesce(sum(said.dropped), 0)::bigint as dropped
                from producer_drop said
                where said.producer = producer.id and said.from_time < ? and said.to_time >= ?) as said
            cross join lateral (
                select case when min(noted.first_seen) < ? and producer.last_seen >= ?
                       then producer.top + 1 - producer.judged - sum(
                           case when noted.block = producer.judged >> 10
                           then bit_count(substring(noted.bits from (producer.judged & 1023)::integer + 1))
                           else bit_count(noted.bits) end)::bigint
                       else 0 end as pending
                from producer_block noted
                where noted.producer = producer.id and noted.block >= producer.judged >> 10) as noted
            cross join lateral (
                select exists(
                    select from producer_silence silence
                    where silence.producer = producer.id and silence.since < ?
                      and (silence.until is null or (silence.given_up and silence.until > ?))) as silent) as quiet""";

    private static final String PAGE = """
            select id, producer_id, tenants, applications, instance, host, first_seen, last_seen, silent_since,
                   overtaken.missing, said.dropped, noted.pending""" + PRODUCERS;

    private static final String SUMMARY = """
            select count(*) as producers, coalesce(bool_or(overtaken.missing > 0), false) as missing,
                   coalesce(bool_or(said.dropped > 0), false) as dropped,
                   coalesce(bool_or(noted.pending > 0), false) as pending,
                   coalesce(bool_or(quiet.silent), false) as silent""" + PRODUCERS;

    private static final String RANGES = """
            select producer.id, gap.first, gap.last, gap.missing, gap.blurred, gap.from_time, gap.to_time, gap.opened_at
            from producer cross join lateral (
                select * from producer_gap
                where producer = producer.id and closed_at is null and from_time < ? and to_time >= ?
                order by first limit ?) as gap""";

    private CompletenessSql() {}

    /** Up to when all is stored, and from when on events are kept. */
    static BoundSql state() {
        return new BoundSql(STATE, List.of());
    }

    /**
     * Producers of the range.
     *
     * @param after number of the row after which the answer begins
     * @param rows most rows that may come back
     */
    static BoundSql page(CompletenessFilter filter, Range range, long after, int rows) {
        return bound(
                range, conditions(filter, range).add("id > ?", after).statement(PAGE, "order by id\nlimit ?", rows));
    }

    /** What speaks against completeness, over all producers of the range. */
    static BoundSql summary(CompletenessFilter filter, Range range) {
        return bound(range, conditions(filter, range).statement(SUMMARY, "limit 1"));
    }

    /** Whether one of some producers is among those of the question. */
    static BoundSql anyOf(CompletenessFilter filter, Range range, List<String> producers) {
        return conditions(filter, range)
                .add("producer_id in (" + marks(producers.size()) + ")", producers.toArray())
                .statement("select id from producer cross join lateral (select false as silent) as quiet", "limit 1");
    }

    /** The first ranges of missing numbers of each of some producers, by number. */
    static BoundSql ranges(Range range, List<Long> producers, int each) {
        List<Object> values = new ArrayList<>(List.of(time(range.to()), time(range.from()), each));
        values.addAll(producers);
        return new BoundSql(
                RANGES + "\nwhere producer.id in (" + marks(producers.size()) + ")\norder by producer.id, gap.first",
                values);
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Those who sent events in the range or before and after it, and those who fell silent before its end. */
    private static Conditions conditions(CompletenessFilter filter, Range range) {
        Conditions conditions = new Conditions()
                .add("first_seen < ?", time(range.to()))
                .add("(last_seen >= ? or quiet.silent)", time(range.from()))
                .addIf("key = sha256(convert_to(?, 'UTF8'))", filter.producer());
        filter.tenant().ifPresent(name -> conditions.add(names("tenants"), name));
        filter.application().ifPresent(name -> conditions.add(names("applications"), name));
        return conditions;
    }

    private static String names(String column) {
        return "(? = any(" + column + ") or cardinality(" + column + ") > " + MOST_NAMES + ")";
    }

    /** Puts the values of {@link #PRODUCERS} before those of the conditions. */
    private static BoundSql bound(Range range, BoundSql sql) {
        List<Object> values = new ArrayList<>();
        for (int pair = 0; pair < 4; pair++) {
            values.add(time(range.to()));
            values.add(time(range.from()));
        }
        values.addAll(sql.values());
        return new BoundSql(sql.text(), values);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
