package com.footstone.audit.checking;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.SqlType;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Verdict;

/**
 * One file of {@code scenarios}.
 *
 * @param batch the events
 * @param settings what is configured
 * @param expected findings of the last event, {@code RULE SEVERITY CONFIDENCE} each
 * @param unchecked what the last event's verdict must name as unchecked
 */
record Scenario(List<AnalysedEvent> batch, MapConfig settings, List<String> expected, List<String> unchecked) {

    /** @throws IllegalArgumentException if the file has a line that means nothing */
    static Scenario of(Properties file) {
        Map<String, String> left = new TreeMap<>();
        file.stringPropertyNames().forEach(name -> left.put(name, file.getProperty(name)));
        int times = Integer.parseInt(take(left, "times", "1"));
        Duration apart = Duration.parse(take(left, "apart", "PT0S"));
        List<String> expected = list(take(left, "expect", ""), ",");
        List<String> unchecked = list(take(left, "unchecked", ""), ";");
        SampleEvent event = event(left);
        Map<String, String> settings = new TreeMap<>(left);
        settings.keySet().removeIf(key -> !key.startsWith("checker."));
        left.keySet().removeAll(settings.keySet());
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("Nothing is known of " + left.keySet());
        }
        List<AnalysedEvent> batch = IntStream.range(0, times)
                .mapToObj(i -> event.number(i)
                        .time(SampleEvent.NOON.plus(apart.multipliedBy(i)))
                        .build())
                .toList();
        return new Scenario(batch, new MapConfig(settings), expected, unchecked);
    }

    private static SampleEvent event(Map<String, String> left) {
        SampleEvent[] event = {SampleEvent.of(StatementKind.valueOf(take(left, "kind", "SELECT")))};
        given(left, "where", text -> event[0] = event[0].where(Presence.valueOf(text)));
        given(left, "rowLimit", text -> event[0] = event[0].rowLimit(Presence.valueOf(text)));
        given(left, "offset", text -> event[0] = event[0].offset(Long.parseLong(text)));
        given(left, "gaps", text -> event[0] = event[0].gaps(text.split(";")));
        given(left, "error", text -> event[0] = event[0].failed(null, text));
        given(left, "sqlState", text -> event[0] = event[0].with(e -> e.sqlState(text)));
        given(left, "sqlType", text -> event[0] = event[0].with(e -> e.sqlType(SqlType.valueOf(text))));
        given(left, "executionTimeMs", text -> event[0] = event[0].with(e -> e.executionTimeMs(Long.parseLong(text))));
        given(left, "rowsAffected", text -> event[0] = event[0].with(e -> e.rowsAffected(Long.parseLong(text))));
        given(left, "rowsReturned", text -> event[0] = event[0].with(e -> e.rowsReturned(Long.parseLong(text))));
        given(left, "traceId", text -> event[0] = event[0].with(e -> e.traceId(text)));
        given(left, "sessionId", text -> event[0] = event[0].with(e -> e.sessionId(text)));
        return event[0];
    }

    private static void given(Map<String, String> left, String name, Consumer<String> use) {
        String text = left.remove(name);
        if (text != null) {
            use.accept(text);
        }
    }

    private static String take(Map<String, String> left, String name, String otherwise) {
        String text = left.remove(name);
        return text == null ? otherwise : text;
    }

    private static List<String> list(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The verdict's findings in the way that scenarios write them. */
    static List<String> findings(Verdict verdict) {
        return verdict.findings().stream()
                .map(finding -> finding.rule() + " " + finding.severity() + " " + finding.confidence())
                .toList();
    }
}
