package com.footstone.audit.web.request;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.query.AnomalyFilter;
import com.footstone.audit.query.AnomalySummary;
import com.footstone.audit.query.Page;

/** What a list of anomalies may be asked for. */
public class AnomalyParameters extends SeenParameters {

    @QueryParam("detector")
    @Parameter(description = "The detector that found it", example = "ErrorRate")
    String detector;

    @QueryParam("user")
    @Parameter(description = "Database user or end user that it is about")
    String user;

    public AnomalyParameters() {
        super("anomalies");
    }

    /**
     * The conditions.
     *
     * @throws InvalidParameterException if one cannot be met by any anomaly
     */
    public AnomalyFilter filter() {
        try {
            return new AnomalyFilter(
                    range(),
                    leastSeverity(),
                    new ParameterText("detector", detector).text(),
                    ofFingerprint(),
                    ofApplication(),
                    new ParameterText("user", user).text(),
                    ofTenant());
        } catch (InvalidValueException e) {
            throw InvalidParameterException.of(e);
        }
    }

    /** The cursor of what follows the page, or null if nothing does. */
    public String next(Page<AnomalySummary> page, Map<String, List<String>> given) {
        return next(page, AnomalySummary::position, given);
    }
}
