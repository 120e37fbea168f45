package com.footstone.audit.policy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Exemption;
import com.footstone.audit.model.policy.ExemptionRequest;
import com.footstone.audit.model.policy.Hours;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.model.policy.Scope;

/** Reads what a policy consists of. Every fault is an {@code InvalidValueException} that names the field. */
public final class PolicyText {

    /** The conditions that a scope may have. */
    private static final Set<String> SCOPE = Set.of(
            "tenants",
            "applications",
            "databases",
            "tables",
            "onlyTables",
            "fingerprints",
            "dbUsers",
            "endUsers",
            "hours");

    private static final Set<String> HOURS = Set.of("from", "to", "days", "zone");
    private static final Set<String> ADJUSTMENT = Set.of("name", "rule", "where", "enabled", "severity", "thresholds");
    private static final Set<String> EXEMPTION =
            Set.of("id", "rules", "where", "reason", "owner", "expires", "approver");
    private static final Set<String> REQUEST = Set.of("rules", "where", "reason", "expires");
    private static final Set<String> POLICY = Set.of("adjustments", "exemptions");

    private PolicyText() {}

    /** A version as it is kept. */
    public static Policy policy(long version, String document) {
        Fields fields = Fields.of(document, POLICY);
        return new Policy(
                version,
                adjustments(fields),
                fields.objects("exemptions", EXEMPTION).stream()
                        .map(PolicyText::exemption)
                        .toList());
    }

    /** The field {@code adjustments}. */
    public static List<Adjustment> adjustments(Fields fields) {
        return fields.objects("adjustments", ADJUSTMENT).stream()
                .map(PolicyText::adjustment)
                .toList();
    }

    /** What somebody asks to have exempted, as {@link PolicyJson#request} writes it. */
    public static ExemptionRequest request(String text, String owner) {
        return request(Fields.of(text, REQUEST), owner);
    }

    /** The field {@code exemptions}, of exemptions that nobody has asked for yet. */
    public static List<ExemptionRequest> requests(Fields fields, String owner) {
        return fields.objects("exemptions", REQUEST).stream()
                .map(one -> request(one, owner))
                .toList();
    }

    private static ExemptionRequest request(Fields fields, String owner) {
        return fields.build(() -> new ExemptionRequest(
                fields.texts("rules"),
                scope(fields),
                fields.requiredText("reason"),
                owner,
                parsed(fields, "expires", Instant::parse, "is not a time such as 2026-03-01T12:00:00Z")
                        .orElseThrow(() -> fields.missing("expires"))));
    }

    private static Adjustment adjustment(Fields fields) {
        return fields.build(() -> new Adjustment(
                fields.requiredText("name"),
                fields.requiredText("rule"),
                scope(fields),
                fields.flag("enabled"),
                fields.parsed("severity", PolicyText::severity, "is not one of LOW, MEDIUM, HIGH, CRITICAL"),
                fields.textsByName("thresholds")));
    }

    private static Exemption exemption(Fields fields) {
        return fields.build(() -> new Exemption(
                fields.requiredNumber("id"),
                request(fields, fields.requiredText("owner")),
                fields.requiredText("approver")));
    }

    private static Scope scope(Fields fields) {
        return scope(fields.object("where", SCOPE));
    }

    private static Scope scope(Optional<Fields> where) {
        return where.map(fields -> fields.build(() -> new Scope(
                        fields.texts("tenants"),
                        fields.texts("applications"),
                        fields.texts("databases"),
                        fields.texts("tables"),
                        fields.texts("onlyTables"),
                        fields.texts("fingerprints"),
                        fields.texts("dbUsers"),
                        fields.texts("endUsers"),
                        fields.object("hours", HOURS).map(PolicyText::hours))))
                .orElse(Scope.EVERYTHING);
    }

    private static Hours hours(Fields fields) {
        String clock = "is not a time of day such as 22:00";
        return new Hours(
                parsed(fields, "from", LocalTime::parse, clock).orElseThrow(() -> fields.missing("from")),
                parsed(fields, "to", LocalTime::parse, clock).orElseThrow(() -> fields.missing("to")),
                days(fields),
                parsed(fields, "zone", ZoneId::of, "is not a time zone such as Europe/Berlin or UTC")
                        .orElseThrow(() -> fields.missing("zone")));
    }

    private static Set<DayOfWeek> days(Fields fields) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<String> names = fields.texts("days");
        for (int i = 0; i < names.size(); i++) {
            String place = "days[" + i + "]";
            days.add(constant(DayOfWeek.class, names.get(i))
                    .orElseThrow(() -> fields.fault(place, "is not a day such as SATURDAY")));
        }
        return days;
    }

    private static Optional<Severity> severity(String text) {
        return constant(Severity.class, text).filter(severity -> severity != Severity.SAFE);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static <T> Optional<T> parsed(Fields fields, String name, Function<String, T> reader, String fault) {
        return fields.parsed(
                name,
                text -> {
                    try {
                        return Optional.of(reader.apply(text));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                },
                fault);
    }
}
