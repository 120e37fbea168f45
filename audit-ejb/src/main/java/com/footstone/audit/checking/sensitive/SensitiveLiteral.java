package com.footstone.audit.checking.sensitive;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.analysis.literal.LiteralScan;
import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.LiteralKind;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/** Finds personal data and secrets that were written into the text of a statement. Only kinds and counts are kept. */
@Dependent
public final class SensitiveLiteral implements EventRule {

    private static final Setting<Set<LiteralKind>> KINDS = Setting.of(
            "checker.sensitiveLiteral.kinds",
            LiteralKinds.TYPE,
            LiteralKinds.ALL,
            "What literals in the text are a finding, or all.");
    private static final Setting<Set<LiteralKind>> BOUND_KINDS = Setting.of(
            "checker.sensitiveLiteral.boundKinds",
            LiteralKinds.TYPE,
            "PAYMENT_CARD,ACCESS_KEY,PRIVATE_KEY",
            "What bound values are a finding, where the producer sends them. Binding is the right way to hand over personal"
                    + " data, so most kinds are none.");

    private static final RuleInfo INFO = RuleInfo.of(
            "SensitiveLiteral",
            "Sensitive literal",
            Severity.MEDIUM,
            Category.SECURITY,
            "The text holds what looks like personal data or a secret: e-mail, telephone, card, IBAN, a person's number, a"
                    + " token or key.",
            KINDS,
            BOUND_KINDS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        Set<LiteralKind> kinds = thresholds.get(KINDS);
        Set<LiteralKind> boundKinds = thresholds.get(BOUND_KINDS);
        return event -> check(event, kinds, boundKinds);
    }

    private static RuleResult check(AnalysedEvent event, Set<LiteralKind> kinds, Set<LiteralKind> boundKinds) {
        Map<LiteralKind, Integer> inText = only(kinds, event.text().recognised());
        Map<String, String> params = event.event().params();
        Map<LiteralKind, Integer> bound = params.isEmpty() ? Map.of() : only(boundKinds, recognised(params));
        if (inText.isEmpty() && bound.isEmpty()) {
            return RuleResult.CLEAR;
        }
        Set<LiteralKind> all = EnumSet.noneOf(LiteralKind.class);
        all.addAll(inText.keySet());
        all.addAll(bound.keySet());
        int confidence =
                all.stream().mapToInt(SensitiveLiteral::confidence).max().orElse(0);
        return INFO.raise(
                severity(inText.keySet(), bound.keySet()), confidence, message(inText, bound), evidence(inText, bound));
    }

    private static Map<LiteralKind, Integer> recognised(Map<String, String> params) {
        LiteralScan scan = new LiteralScan();
        params.forEach((name, value) -> scan.string(value, 0, value.length(), () -> name));
        return scan.counts();
    }

    private static Map<LiteralKind, Integer> only(Set<LiteralKind> kinds, Map<LiteralKind, Integer> counts) {
        if (counts.isEmpty()) {
            return counts;
        }
        return counts.entrySet().stream()
                .filter(count -> kinds.contains(count.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
    }

    private static Severity severity(Set<LiteralKind> inText, Set<LiteralKind> bound) {
        Severity worst = Severity.LOW;
        for (LiteralKind kind : inText) {
            worst = worst.max(severity(kind));
        }
        for (LiteralKind kind : bound) {
            // A bound value stays out of logs and caches of the database, which texts do not.
            worst = worst.max(severity(kind) == Severity.HIGH ? Severity.MEDIUM : Severity.LOW);
        }
        return worst;
    }

    private static Severity severity(LiteralKind kind) {
        return switch (kind) {
            case EMAIL, PHONE -> Severity.LOW;
            case PAYMENT_CARD, JWT, ACCESS_KEY, PRIVATE_KEY -> Severity.HIGH;
            default -> Severity.MEDIUM;
        };
    }

    private static int confidence(LiteralKind kind) {
        return switch (kind) {
            case EMAIL, IBAN, FISCAL_CODE_IT, JWT, ACCESS_KEY, PRIVATE_KEY -> 95;
            case PAYMENT_CARD, PERSONAL_CODE_FI, NIR_FR -> 90;
            default -> 80;
        };
    }

    private static String message(Map<LiteralKind, Integer> inText, Map<LiteralKind, Integer> bound) {
        String text = inText.isEmpty() ? "" : "The text holds " + titles(inText) + ".";
        String values = bound.isEmpty() ? "" : "Bound were " + titles(bound) + ".";
        return (text + " " + values).strip();
    }

    private static String titles(Map<LiteralKind, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey().title() + " × " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> evidence(Map<LiteralKind, Integer> inText, Map<LiteralKind, Integer> bound) {
        Map<String, String> evidence = new TreeMap<>();
        inText.forEach((kind, count) -> evidence.put(kind.name(), count.toString()));
        bound.forEach((kind, count) -> evidence.put("bound " + kind.name(), count.toString()));
        return evidence;
    }
}
