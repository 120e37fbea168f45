package com.footstone.audit.web.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.governance.DryRunReport;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.policy.RehearsalReport;
import com.footstone.audit.model.policy.Stance;

/**
 * What a change would have done.
 *
 * @param basedOn the version in force, from which it was thought
 * @param from when the first of the events was received
 * @param to when it was looked
 * @param whole whether these are all events of the hours
 * @param events how many they are
 * @param changed of how many something would have been otherwise
 * @param rules findings by rule
 * @param examples some of what would have been otherwise
 */
@Schema(description = "What a change would have done to the events of the last hours")
public record DryRunItem(
        long basedOn,
        Instant from,
        Instant to,

        @Schema(description = "Whether these are all events of the hours; if not, the newest")
        boolean whole,

        long events,

        @Schema(description = "Of how many of them something would have been otherwise")
        long changed,

        List<RuleItem> rules,

        @Schema(description = "At most 50, and 5 of a rule") List<ExampleItem> examples) {

    public static DryRunItem of(DryRunReport run) {
        RehearsalReport report = run.report();
        return new DryRunItem(
                run.basedOn(),
                run.from(),
                run.to(),
                run.whole(),
                report.events(),
                report.changed(),
                report.rules().stream().map(RuleItem::of).toList(),
                report.examples().stream().map(ExampleItem::of).toList());
    }

    /**
     * The findings of a rule.
     *
     * @param rule its id
     * @param before by severity, as they are stored
     * @param after by severity, as they would have been
     * @param exemptedBefore how many an exemption let pass
     * @param exemptedAfter how many one would have let pass
     * @param unknown events of which it cannot be told
     */
    public record RuleItem(
            String rule,

            @Schema(example = "{\"HIGH\": 7}", description = "Findings by severity, as they are stored")
            Map<String, Long> before,

            @Schema(example = "{\"LOW\": 7}", description = "Findings by severity, as they would have been")
            Map<String, Long> after,

            long exemptedBefore,
            long exemptedAfter,

            @Schema(description = "Events of which it cannot be told; they count after as before")
            long unknown) {

        static RuleItem of(RehearsalReport.RuleChange change) {
            return new RuleItem(
                    change.rule(),
                    byName(change.before()),
                    byName(change.after()),
                    change.exemptedBefore(),
                    change.exemptedAfter(),
                    change.unknown());
        }

        private static Map<String, Long> byName(Map<Severity, Long> counts) {
            Map<String, Long> byName = new TreeMap<>();
            counts.forEach((severity, count) -> byName.put(severity.name(), count));
            return byName;
        }
    }

    /**
     * An event of which a rule's finding would have been otherwise.
     *
     * @param event its id
     * @param rule the rule
     * @param before severity of the finding, {@code EXEMPTED}, or null for none
     * @param after the same, as it would have been
     */
    public record ExampleItem(
            @Schema(example = "sql-audit-events:0:42") String event,
            String rule,
            @Schema(nullable = true, example = "HIGH") String before,
            @Schema(nullable = true, example = "EXEMPTED") String after) {

        static ExampleItem of(RehearsalReport.Example example) {
            return new ExampleItem(
                    example.event().toString(), example.rule(), name(example.before()), name(example.after()));
        }

        private static String name(Optional<Stance> stance) {
            return stance.map(
                            one -> one.exempted() ? "EXEMPTED" : one.severity().name())
                    .orElse(null);
        }
    }
}
