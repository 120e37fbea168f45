package com.footstone.audit.checking.declared;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.nodes.Node;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.Severity;

/** Reads one rule after the other, and sees that no two have one name. */
final class RuleReader {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z0-9]{1,63}");
    private static final ValueType<String> NAME = new ValueType<>(
            "id", "2 to 64 letters and digits, the first a capital, such as NightlyPayroll", text -> Optional.of(text)
                    .filter(id -> ID.matcher(id).matches()));
    private static final ValueType<Severity> SEVERITY = new ValueType<>(
            "severity",
            "one of LOW, MEDIUM, HIGH, CRITICAL",
            text -> ValueType.choice(Severity.class).reader().apply(text).filter(found -> found != Severity.SAFE));
    private static final ValueType<String> SENTENCE = new ValueType<>(
            "sentence", "text of 1 to 500 characters", text -> Optional.of(text).filter(t -> t.length() <= 500));

    private final Set<String> taken;

    /** @param taken environment variables of the switches of other rules */
    RuleReader(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** The rule; empty if something is wrong with it, which the report tells then. */
    Optional<DeclaredRule> read(Node node, Report report) {
        int before = report.faults().size();
        return Fields.of(node, "the rule", report)
                .flatMap(fields -> fields.required("id", NAME).flatMap(id -> read(id, fields.about(id))))
                .filter(rule -> report.faults().size() == before);
    }

    private Optional<DeclaredRule> read(String id, Fields fields) {
        Optional<String> title = fields.required("title", SENTENCE);
        Optional<Severity> severity = fields.required("severity", SEVERITY);
        Optional<Integer> confidence = fields.value("confidence", ValueType.integer(0, 100, "percent"));
        Optional<Category> category = fields.value("category", ValueType.choice(Category.class));
        Optional<String> message = fields.required("message", SENTENCE);
        Optional<String> page = fields.required("page", ValueType.text());
        Optional<Boolean> enabled = fields.value("enabled", ValueType.flag());
        List<Condition> when = fields.requiredNode("when")
                .map(node -> conditions(node, "when", fields))
                .orElse(List.of());
        List<Condition> unless = fields.node("unless")
                .map(node -> conditions(node, "unless", fields))
                .orElse(List.of());
        fields.refuseOthers();
        if (title.isEmpty() || severity.isEmpty() || message.isEmpty() || page.isEmpty() || when.isEmpty()) {
            return Optional.empty();
        }
        RuleInfo on = RuleInfo.of(id, title.get(), severity.get(), category.orElse(Category.SECURITY), message.get());
        RuleInfo info = enabled.orElse(true) ? on : on.offByDefault();
        if (!taken.add(info.enabled().environmentVariable())) {
            fields.report().add(fields.block(), "id", "is that of another rule; choose another");
        }
        return Optional.of(new DeclaredRule(info, confidence.orElse(100), page.get(), when, unless));
    }

    private static List<Condition> conditions(Node node, String name, Fields rule) {
        int before = rule.report().faults().size();
        List<Condition> conditions =
                Fields.of(node, name, rule.report()).map(ConditionReader::read).orElse(List.of());
        if (conditions.isEmpty() && rule.report().faults().size() == before) {
            rule.report().add(node, name, "has no condition; add one");
        }
        return conditions;
    }
}
