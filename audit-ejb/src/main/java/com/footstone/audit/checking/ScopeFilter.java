package com.footstone.audit.checking;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.policy.Hours;
import com.footstone.audit.model.policy.Scope;

/** A scope made ready to be compared with many executions. */
final class ScopeFilter {

    private final WholeNames tenants;
    private final WholeNames applications;
    private final WholeNames databases;
    private final WholeNames dbUsers;
    private final WholeNames endUsers;
    private final Set<String> fingerprints;
    private final Optional<NamePatterns> tables;
    private final Optional<NamePatterns> onlyTables;
    private final Optional<Hours> hours;

    ScopeFilter(Scope scope) {
        tenants = new WholeNames(scope.tenants());
        applications = new WholeNames(scope.applications());
        databases = new WholeNames(scope.databases());
        dbUsers = new WholeNames(scope.dbUsers());
        endUsers = new WholeNames(scope.endUsers());
        fingerprints = Set.copyOf(scope.fingerprints());
        tables = patterns(scope.tables());
        onlyTables = patterns(scope.onlyTables());
        hours = scope.hours();
    }

    boolean covers(AnalysedEvent analysed) {
        SqlEvent event = analysed.event();
        Statement statement = analysed.statement();
        return tenants.admit(event.tenantId())
                && applications.admit(event.application())
                && databases.admit(event.dbName())
                && dbUsers.admit(event.dbUser())
                && endUsers.admit(event.endUser())
                && (fingerprints.isEmpty() || fingerprints.contains(statement.fingerprint()))
                && tables.map(names -> names.firstTable(statement).isPresent()).orElse(true)
                && onlyTables.map(names -> usesOnly(names, statement)).orElse(true)
                && hours.map(part -> part.cover(event.timestamp())).orElse(true);
    }

    /** What was not understood in full may use more tables than are known. */
    private static boolean usesOnly(NamePatterns names, Statement statement) {
        return statement.complete()
                && !(statement.tablesRead().isEmpty()
                        && statement.tablesWritten().isEmpty())
                && statement.tablesRead().stream().allMatch(names::has)
                && statement.tablesWritten().stream().allMatch(names::has);
    }

    private static Optional<NamePatterns> patterns(List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(NamePatterns.of(names));
    }
}
