package com.footstone.audit.checking.declared;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.footstone.audit.checking.NamePatterns;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.Clause;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.StatementKind;

/** Reads a block of conditions. All of them have to hold. */
final class ConditionReader {

    private static final ValueType<Long> COUNT = ValueType.count(0, 1_000_000_000_000L, "rows");
    private static final ValueType<ZoneId> ZONE =
            new ValueType<>("time zone", "a time zone such as Europe/Berlin", ConditionReader::zone);

    private final Fields fields;
    private final List<Condition> conditions = new ArrayList<>();

    private ConditionReader(Fields fields) {
        this.fields = fields;
    }

    /** The conditions in the order of the format; faults go to the fields' report. */
    static List<Condition> read(Fields fields) {
        ConditionReader reader = new ConditionReader(fields);
        reader.statement();
        reader.outcome();
        reader.actor();
        reader.time();
        fields.refuseOthers();
        return reader.conditions;
    }

    private void statement() {
        fields.list("kind", ValueType.choice(StatementKind.class))
                .map(EnumSet::copyOf)
                .ifPresent(kinds ->
                        conditions.add(event -> kinds.contains(event.statement().kind())));
        names("tables", wanted -> OneOfNames.table(wanted, true, true));
        names("tablesRead", wanted -> OneOfNames.table(wanted, true, false));
        names("tablesWritten", wanted -> OneOfNames.table(wanted, false, true));
        names("columns", wanted -> OneOfNames.column(wanted, Optional.empty()));
        names("columnsSelected", wanted -> OneOfNames.column(wanted, Optional.of(Clause.SELECTED)));
        names("columnsFiltered", wanted -> OneOfNames.column(wanted, Optional.of(Clause.FILTERED)));
        names("columnsJoined", wanted -> OneOfNames.column(wanted, Optional.of(Clause.JOINED)));
        names("columnsGrouped", wanted -> OneOfNames.column(wanted, Optional.of(Clause.GROUPED)));
        names("columnsOrdered", wanted -> OneOfNames.column(wanted, Optional.of(Clause.ORDERED)));
        names("columnsAssigned", wanted -> OneOfNames.column(wanted, Optional.of(Clause.ASSIGNED)));
        fields.value("where", ValueType.choice(Presence.class))
                .ifPresent(wanted -> conditions.add(event -> event.statement().where() == wanted));
    }

    private void outcome() {
        fields.value("rowsAffectedOver", COUNT)
                .ifPresent(limit -> conditions.add(
                        new MoreThan("rows", limit, event -> event.event().rowsAffected())));
        fields.value("rowsReturnedOver", COUNT)
                .ifPresent(limit -> conditions.add(
                        new MoreThan("rows", limit, event -> event.event().rowsReturned())));
        fields.value("durationOver", ValueType.duration(ChronoUnit.MILLIS, 0, 86_400_000))
                .ifPresent(limit -> conditions.add(new MoreThan(
                        "ms", limit.toMillis(), event -> event.event().executionTimeMs())));
        fields.value("failed", ValueType.flag())
                .ifPresent(wanted -> conditions.add(event -> event.event().failed() == wanted));
        text("sqlState", SqlEvent::sqlState);
    }

    private void actor() {
        text("dbUser", event -> withoutHost(event.dbUser()));
        text("endUser", SqlEvent::endUser);
        text("application", SqlEvent::application);
        text("datasource", SqlEvent::datasource);
        text("database", SqlEvent::dbName);
        text("dbSystem", SqlEvent::dbSystem);
        text("tenant", SqlEvent::tenantId);
        text("host", SqlEvent::host);
        text("clientAddress", SqlEvent::clientAddress);
    }

    /** The producer's time of the execution, by the clocks of a zone. */
    private void time() {
        Optional<List<DayOfWeek>> days = fields.list("days", ValueType.choice(DayOfWeek.class));
        Optional<TimeOfDay> between = fields.value("between", TimeOfDay.TYPE);
        ZoneId zone = fields.value("zone", ZONE).orElse(ZoneOffset.UTC);
        days.map(EnumSet::copyOf)
                .ifPresent(wanted -> conditions.add(event ->
                        wanted.contains(event.event().timestamp().atZone(zone).getDayOfWeek())));
        between.ifPresent(span -> conditions.add(
                event -> span.contains(event.event().timestamp().atZone(zone).toLocalTime())));
        fields.node("zone")
                .filter(node ->
                        fields.node("days").isEmpty() && fields.node("between").isEmpty())
                .ifPresent(node -> fields.report().add(node, "zone", "goes with days or between; add one of them"));
    }

    private void names(String field, Function<NamePatterns, Condition> condition) {
        fields.list(field, ValueType.text())
                .map(NamePatterns::of)
                .map(condition)
                .ifPresent(conditions::add);
    }

    private void text(String field, Function<SqlEvent, String> of) {
        fields.list(field, ValueType.text())
                .map(NamePatterns::of)
                .ifPresent(wanted -> conditions.add(event -> {
                    String text = of.apply(event.event());
                    return text != null && wanted.hasWhole(text);
                }));
    }

    /** MySQL tells a user with the host that the user comes from. */
    private static String withoutHost(String user) {
        int host = user == null ? -1 : user.indexOf('@');
        return host < 0 ? user : user.substring(0, host);
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
