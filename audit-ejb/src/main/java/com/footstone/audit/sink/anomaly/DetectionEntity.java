package com.footstone.audit.sink.anomaly;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code detection}. */
@Entity
@Table(name = "detection")
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields.
class DetectionEntity {

    @Id
    private String detector;

    @Column(name = "judged_until")
    private Instant judgedUntil;

    protected DetectionEntity() {}

    Instant judgedUntil() {
        return judgedUntil;
    }

    void judgedUntil(Instant value) {
        judgedUntil = value;
    }
}
