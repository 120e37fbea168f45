package com.footstone.audit.checking.declared;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.footstone.audit.checking.NamePatterns;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Clause;
import com.footstone.audit.model.ColumnUse;

/**
 * The statement names a table or a column that is one of some.
 *
 * @param what "table" or "column", for the evidence
 * @param names the names in the statement
 */
record OneOfNames(String what, NamePatterns wanted, Function<AnalysedEvent, Stream<String>> names)
        implements Condition {

    OneOfNames {
        Objects.requireNonNull(what, "what is null");
        Objects.requireNonNull(wanted, "wanted is null");
        Objects.requireNonNull(names, "names is null");
    }

    static Condition table(NamePatterns wanted, boolean read, boolean written) {
        return new OneOfNames(
                "table",
                wanted,
                event -> Stream.concat(
                        read ? event.statement().tablesRead().stream() : Stream.empty(),
                        written ? event.statement().tablesWritten().stream() : Stream.empty()));
    }

    /** @param clause where the column stands; empty for anywhere */
    static Condition column(NamePatterns wanted, Optional<Clause> clause) {
        return new OneOfNames("column", wanted, event -> event.statement().columns().stream()
                .filter(use -> clause.isEmpty() || use.clause() == clause.get())
                .flatMap(OneOfNames::spellings));
    }

    /** With the table as the statement has it and, if there is a schema before it, without that. */
    private static Stream<String> spellings(ColumnUse use) {
        if (use.table().isEmpty()) {
            return Stream.of(use.column());
        }
        String table = use.table().substring(use.table().lastIndexOf('.') + 1);
        String whole = use.table() + "." + use.column();
        return table.equals(use.table()) ? Stream.of(whole) : Stream.of(whole, table + "." + use.column());
    }

    @Override
    public boolean holds(AnalysedEvent event) {
        return first(event).isPresent();
    }

    @Override
    public Map<String, String> evidence(AnalysedEvent event) {
        return first(event).map(name -> Map.of(what, name)).orElse(Map.of());
    }

    private Optional<String> first(AnalysedEvent event) {
        return names.apply(event).filter(wanted::has).findFirst();
    }
}
