package com.footstone.audit.sink.completeness;

import java.util.ArrayList;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.sink.json.JsonRows;

/** Keeps when exactly the events around gaps were executed, for {@link GapPlaces}. */
@Stateless
public class GapPlaceStore {

    private static final String NOT_PLACED =
            """
            select gap.id, producer.producer_id, gap.first, gap.last, %s, %s
            from producer_gap gap join producer on producer.id = gap.producer
            where gap.closed_at is null and not gap.placed
            order by gap.id limit :most
            """.formatted(Columns.micros("gap.from_time"), Columns.micros("gap.to_time"));

    /** Rows that somebody else holds are just being changed, and are placed at the next look. */
    private static final String PLACE = """
            with placed as (
                select id, from_time, to_time
                from json_to_recordset(cast(:rows as json)) as one (
                    id bigint, from_time timestamptz, to_time timestamptz)
            ), free as (
                select id from producer_gap
                where id in (select id from placed) and closed_at is null
                for update skip locked
            )
            update producer_gap gap set from_time = placed.from_time, to_time = placed.to_time, placed = true
            from free join placed using (id) where gap.id = free.id
            """;

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /** Gaps that are between two times, but not known to be between the times of the events around them. */
    public List<GapPlace> notPlaced(int most) {
        List<GapPlace> gaps = new ArrayList<>();
        for (Object row : entities.createNativeQuery(NOT_PLACED)
                .setParameter("most", most)
                .getResultList()) {
            Object[] columns = (Object[]) row;
            gaps.add(new GapPlace(
                    Columns.number(columns[0]),
                    (String) columns[1],
                    Columns.number(columns[2]),
                    Columns.number(columns[3]),
                    Columns.time(columns[4]),
                    Columns.time(columns[5])));
        }
        return gaps;
    }

    /** Notes where gaps are. */
    public void place(List<GapPlace> gaps) {
        String rows = JsonRows.of(gaps, (json, gap) -> {
            json.writeNumberField("id", gap.id());
            json.writeStringField("from_time", gap.from().toString());
            json.writeStringField("to_time", gap.to().toString());
        });
        entities.createNativeQuery(PLACE).setParameter("rows", rows).executeUpdate();
    }
}
