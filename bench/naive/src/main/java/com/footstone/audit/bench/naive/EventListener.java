package com.footstone.audit.bench.naive;

import java.io.IOException;
import java.sql.SQLException;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Takes one event at a time: reads, checks and saves it. */
@Component
class EventListener {

    private final ObjectMapper json;
    private final AuditReportRepository reports;
    private final EventTable events;

    EventListener(ObjectMapper json, AuditReportRepository reports, EventTable events) {
        this.json = json;
        this.reports = reports;
        this.events = events;
    }

    @KafkaListener(topics = "${naive.topic}", concurrency = "3")
    void audit(byte[] message) throws IOException, SQLException {
        SqlAuditEvent event = json.readValue(message, SqlAuditEvent.class);
        String violations = String.join(",", Check.of(event));
        reports.save(new AuditReport(event, violations));
        events.add(event, violations);
    }
}
