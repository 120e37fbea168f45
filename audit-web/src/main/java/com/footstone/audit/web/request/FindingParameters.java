package com.footstone.audit.web.request;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.query.FindingFilter;
import com.footstone.audit.query.FindingSummary;
import com.footstone.audit.query.Page;

/** What a list of findings may be asked for. */
public class FindingParameters extends SeenParameters {

    @QueryParam("rule")
    @Parameter(description = "The rule that raised it", example = "SlowQuery")
    String rule;

    public FindingParameters() {
        super("findings");
    }

    /**
     * The conditions.
     *
     * @throws InvalidParameterException if one cannot be met by any finding
     */
    public FindingFilter filter() {
        try {
            return new FindingFilter(
                    range(),
                    leastSeverity(),
                    new ParameterText("rule", rule).text(),
                    ofFingerprint(),
                    ofApplication(),
                    ofTenant());
        } catch (InvalidValueException e) {
            throw InvalidParameterException.of(e);
        }
    }

    /** The cursor of what follows the page, or null if nothing does. */
    public String next(Page<FindingSummary> page, Map<String, List<String>> given) {
        return next(page, FindingSummary::position, given);
    }
}
