package com.footstone.audit.web.response;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.query.AnomalySummary;

/**
 * Something conspicuous over many executions. What it is not about is null.
 *
 * @param id its number
 * @param detector the detector that found it
 * @param severity of the worst window
 * @param tenant the tenant
 * @param application the application
 * @param dbSystem the kind of database
 * @param dbName the database
 * @param dbUser the database's user
 * @param endUser the person behind it
 * @param fingerprint the statement
 * @param table the table
 * @param firstSeen start of the first window, by when executions were received
 * @param lastSeen end of the last window, likewise
 * @param windows in how many windows it was found
 * @param message what there is to say of the worst window
 * @param evidence what was observed in the worst window and what was expected, by name
 * @param detectedAt when it was first found
 */
@Schema(description = "Something conspicuous over many executions; what it is not about is null")
public record AnomalyItem(
        long id,
        @Schema(example = "ErrorRate") String detector,

        @Schema(enumeration = {"LOW", "MEDIUM", "HIGH", "CRITICAL"})
        String severity,

        @Schema(nullable = true) String tenant,
        @Schema(nullable = true) String application,
        @Schema(nullable = true) String dbSystem,
        @Schema(nullable = true) String dbName,
        @Schema(nullable = true) String dbUser,
        @Schema(nullable = true) String endUser,
        @Schema(nullable = true) String fingerprint,
        @Schema(nullable = true) String table,
        Instant firstSeen,
        Instant lastSeen,
        int windows,
        String message,
        Map<String, String> evidence,
        Instant detectedAt) {

    public static AnomalyItem of(AnomalySummary anomaly) {
        Subject subject = anomaly.subject();
        return new AnomalyItem(
                anomaly.id(),
                anomaly.detector(),
                anomaly.severity().name(),
                Unknowns.text(subject.tenant()),
                Unknowns.text(subject.application()),
                Unknowns.text(subject.dbSystem()),
                Unknowns.text(subject.dbName()),
                Unknowns.text(subject.dbUser()),
                Unknowns.text(subject.endUser()),
                Unknowns.text(subject.fingerprint()),
                Unknowns.text(subject.table()),
                anomaly.window().from(),
                anomaly.window().to(),
                anomaly.windows(),
                anomaly.message(),
                anomaly.evidence(),
                anomaly.detectedAt());
    }
}
