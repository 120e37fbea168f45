package com.footstone.audit.web.policy;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.model.policy.Hours;
import com.footstone.audit.model.policy.Scope;

/**
 * Which executions something applies to.
 *
 * @param tenants tenants
 * @param applications applications
 * @param databases databases
 * @param tables tables of which the statement must use at least one
 * @param onlyTables tables beside which it must use no other
 * @param fingerprints fingerprints
 * @param dbUsers the database's users
 * @param endUsers on whose behalf
 * @param hours when
 */
@Schema(
        description =
                "Which executions: those that meet every condition that is given. Names are compared in any case of"
                        + " letters; * stands for any characters")
public record ScopeItem(
        List<String> tenants,
        List<String> applications,
        List<String> databases,

        @Schema(description = "The statement uses at least one of them; with or without schema. Not for exemptions")
        List<String> tables,

        @Schema(description = "The statement is understood in full and uses no other tables")
        List<String> onlyTables,

        @Schema(description = "32 hexadecimal digits in lower case")
        List<String> fingerprints,

        List<String> dbUsers,
        List<String> endUsers,
        @Schema(nullable = true) HoursItem hours) {

    static ScopeItem of(Scope scope) {
        return new ScopeItem(
                scope.tenants(),
                scope.applications(),
                scope.databases(),
                scope.tables(),
                scope.onlyTables(),
                scope.fingerprints(),
                scope.dbUsers(),
                scope.endUsers(),
                scope.hours().map(HoursItem::of).orElse(null));
    }

    /**
     * A part of the day.
     *
     * @param from when it begins
     * @param to when it has ended
     * @param days days that it begins on, none for every day
     * @param zone whose clocks these are
     */
    @Schema(description = "When it was executed. What ends before it begins goes on into the next day")
    public record HoursItem(
            @Schema(example = "22:00") String from,
            @Schema(example = "06:00") String to,

            @Schema(example = "[\"SATURDAY\"]", description = "Days that it begins on; none for every day")
            List<String> days,

            @Schema(example = "Europe/Berlin") String zone) {

        static HoursItem of(Hours hours) {
            return new HoursItem(
                    hours.from().toString(),
                    hours.to().toString(),
                    hours.sortedDays().stream().map(Enum::name).toList(),
                    hours.zone().getId());
        }
    }
}
