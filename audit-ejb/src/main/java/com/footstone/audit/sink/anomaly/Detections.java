package com.footstone.audit.sink.anomaly;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Sighting;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.sink.anomaly.Schedule.Turn;

/** Gives detectors their turns: each window of each detector to one instance, once, however many instances ask. */
@Stateless
public class Detections {

    private static final String BEGIN = """
            insert into detection (detector, judged_until) values (:detector, :at)
            on conflict (detector) do nothing
            """;

    /** Who finds the row locked does not wait for it: somebody else has the turn. */
    private static final String LOCK = "select * from detection where detector = :detector for update skip locked";

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    @EJB
    private AnomalyStore anomalies;

    private final Clock clock = Clock.systemUTC();

    /** Has a detector begin at a time, unless it began before. */
    public void begin(String detector, Instant at) {
        entities.createNativeQuery(BEGIN)
                .setParameter("detector", detector)
                .setParameter("at", at)
                .executeUpdate();
    }

    /**
     * Has the next window of a detector judged, and keeps what is found together with that it was judged, both or
     * neither. Nobody else judges for that detector meanwhile.
     *
     * @param judging looks at a window. Whatever it throws leaves the window to be judged
     * @return nothing if no window is due, or another instance is judging one
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Kept> judge(String detector, Schedule schedule, Function<Window, Sighting> judging) {
        List<?> rows = entities.createNativeQuery(LOCK, DetectionEntity.class)
                .setParameter("detector", detector)
                .getResultList();
        return rows.stream().findFirst().map(DetectionEntity.class::cast).flatMap(row -> schedule.next(
                        row.judgedUntil())
                .map(turn -> judged(row, turn, judging)));
    }

    private Kept judged(DetectionEntity row, Turn turn, Function<Window, Sighting> judging) {
        Sighting sighting = judging.apply(turn.window());
        List<Severity> reached =
                anomalies.keep(sighting.anomalies(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        row.judgedUntil(turn.window().to());
        return new Kept(reached, sighting.more(), turn.skipped());
    }

    /** Up to when all of some detectors have judged; nothing as long as none has begun. */
    public Optional<Instant> judgedUntil(Collection<String> detectors) {
        return entities
                .createQuery(
                        "select min(d.judgedUntil) from DetectionEntity d where d.detector in :detectors",
                        Instant.class)
                .setParameter("detectors", detectors)
                .getResultList()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }
}
