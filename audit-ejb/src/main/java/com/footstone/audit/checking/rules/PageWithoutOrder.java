package com.footstone.audit.checking.rules;

import java.util.Map;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Trait;

/** Finds pages of rows in no particular order. */
@Dependent
public final class PageWithoutOrder implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "PageWithoutOrder",
            "Page without order",
            Severity.LOW,
            Category.RELIABILITY,
            "The statement asks for a page of rows without ORDER BY.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return PageWithoutOrder::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        Statement statement = event.statement();
        boolean page = statement.kind() == StatementKind.SELECT && statement.rowLimit() == Presence.PRESENT;
        // One row of any, as one asks to learn whether there are some.
        boolean probe = event.limit().isPresent() && event.limit().getAsLong() <= 1;
        boolean first = event.offset().orElse(0) == 0;
        if (!page || (probe && first)) {
            return RuleResult.NOT_APPLICABLE;
        }
        return event.has(Trait.ORDERED) || !statement.complete()
                ? RuleResult.CLEAR
                : INFO.raise(Severity.LOW, 80, "A page of rows in no particular order.", Map.of());
    }
}
