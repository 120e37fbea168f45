package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.analysis.QueryReader.Rows;
import com.footstone.audit.model.Clause;
import com.footstone.audit.model.Presence;

import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.OutputClause;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.OracleMultiInsertClause;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;

/** Reads statements that change rows. */
final class ChangeReader {

    private final Structure structure;
    private final StatementReader statements;
    private final QueryReader queries;
    private final MergeReader merges;
    private final Dialect dialect;

    ChangeReader(Structure structure, StatementReader statements, QueryReader queries, Dialect dialect) {
        this.structure = structure;
        this.dialect = dialect;
        this.statements = statements;
        this.queries = queries;
        this.merges = new MergeReader(statements, queries, this);
    }

    /** Reads a statement; false if it does not change rows. */
    boolean read(Statement statement, Scope outer) {
        if (statement instanceof ParenthesedInsert inner) {
            insert(inner.getInsert(), outer);
        } else if (statement instanceof ParenthesedUpdate inner) {
            update(inner.getUpdate(), outer);
        } else if (statement instanceof ParenthesedDelete inner) {
            delete(inner.getDelete(), outer);
        } else if (statement instanceof Insert insert) {
            insert(insert, outer);
        } else if (statement instanceof Update update) {
            update(update, outer);
        } else if (statement instanceof Delete delete) {
            delete(delete, outer);
        } else if (statement instanceof Merge merge) {
            merges.read(merge, outer);
        } else if (statement instanceof Upsert upsert) {
            upsert(upsert, outer);
        } else {
            return false;
        }
        return true;
    }

    /** Makes the table that a statement changes known under its name and alias, and notes it as changed. */
    String target(Table table, Scope scope) {
        String name = Names.of(table);
        statements.written(table);
        structure.changesBehind(name);
        scope.add(table.getAlias() == null ? table.getName() : Names.of(table.getAlias()), structure.source(name));
        return name;
    }

    private void insert(Insert insert, Scope outer) {
        Scope scope = new Scope(outer);
        statements.readWith(insert.getWithItemsList(), scope);
        if (insert.getSelect() != null) {
            queries.read(insert.getSelect(), scope);
        }
        if (insert.getOracleMultiInsertBranches() != null) {
            insert.getOracleMultiInsertBranches().forEach(branch -> {
                queries.columns().read(branch.getWhenExpression(), scope, Clause.FILTERED);
                branch.getClauses().forEach(clause -> branch(clause, scope));
            });
        }
        if (insert.getTable() == null) {
            return;
        }
        String table = target(insert.getTable(), scope);
        if (insert.getSetUpdateSets() == null && !insert.isOnlyDefaultValues()) {
            assigned(insert.getColumns(), table);
        }
        sets(insert.getSetUpdateSets(), table, scope);
        if (insert.getConflictAction() != null) {
            sets(insert.getConflictAction().getUpdateSets(), table, scope);
            queries.columns().read(insert.getConflictAction().getWhereExpression(), scope, Clause.FILTERED);
        }
        if (insert.getDuplicateAction() != null) {
            sets(insert.getDuplicateAction().getUpdateSets(), table, scope);
        }
        returning(insert.getReturningClause(), insert.getOutputClause(), scope);
    }

    private void branch(OracleMultiInsertClause clause, Scope scope) {
        String table = Names.of(clause.getTable());
        statements.written(clause.getTable());
        assigned(clause.getColumns(), table);
        if (clause.getSelect() != null) {
            queries.read(clause.getSelect(), scope);
        }
    }

    private void upsert(Upsert upsert, Scope outer) {
        Scope scope = new Scope(outer);
        if (upsert.getSelect() != null) {
            queries.read(upsert.getSelect(), scope);
        }
        String table = target(upsert.getTable(), scope);
        assigned(upsert.getColumns(), table);
        sets(upsert.getUpdateSets(), table, scope);
        if (upsert.getDuplicateAction() != null) {
            sets(upsert.getDuplicateAction().getUpdateSets(), table, scope);
        }
    }

    private void update(Update update, Scope outer) {
        Scope scope = new Scope(outer);
        Rows within = statements.readWith(update.getWithItemsList(), scope);
        List<Join> startJoins = update.getStartJoins();
        boolean severalTargets = startJoins != null && !startJoins.isEmpty();
        // With FROM, the table after UPDATE may be an alias of one there.
        queries.sources(update.getFromItem(), update.getJoins(), scope);
        String known = scope.tableOf(update.getTable().getName());
        boolean alias = known != null
                && update.getTable().getSchemaName() == null
                && update.getTable().getAlias() == null;
        String table = alias ? known : Names.of(update.getTable());
        boolean query = changesQuery(update.getTable(), scope);
        if (severalTargets) {
            queries.source(update.getTable(), scope);
            queries.sources(null, startJoins, scope);
        } else if (alias && !table.isEmpty()) {
            structure.writes(table);
            structure.changesBehind(table);
        } else if (!alias && !query) {
            target(update.getTable(), scope);
        }
        sets(update.getUpdateSets(), severalTargets ? null : table, scope);
        rows(
                update.getWhere() != null || (query && within.where() == Presence.PRESENT),
                QueryReader.isBound(update.getLimit()));
        queries.columns().read(update.getWhere(), scope, Clause.FILTERED);
        queries.columns().readOrder(update.getOrderByElements(), scope);
        returning(update.getReturningClause(), update.getOutputClause(), scope);
    }

    private void delete(Delete delete, Scope outer) {
        Scope scope = new Scope(outer);
        Rows within = statements.readWith(delete.getWithItemsList(), scope);
        boolean named = delete.getTables() != null && !delete.getTables().isEmpty();
        boolean joined = delete.getJoins() != null && !delete.getJoins().isEmpty();
        boolean query = changesQuery(delete.getTable(), scope);
        if (named || joined || query) {
            queries.source(delete.getTable(), scope);
        } else {
            target(delete.getTable(), scope);
        }
        queries.sources(null, delete.getJoins(), scope);
        if (delete.getUsingFromItemList() != null) {
            delete.getUsingFromItemList().forEach(item -> queries.source(item, scope));
        }
        List<Table> targets = query ? List.of() : named ? delete.getTables() : List.of(delete.getTable());
        for (Table target : targets) {
            String known = scope.tableOf(target.getName());
            String changed = known == null || known.isEmpty() ? Names.of(target) : known;
            structure.writes(changed);
            structure.changesBehind(changed);
        }
        rows(
                delete.getWhere() != null || (query && within.where() == Presence.PRESENT),
                QueryReader.isBound(delete.getLimit()));
        queries.columns().read(delete.getWhere(), scope, Clause.FILTERED);
        queries.columns().readOrder(delete.getOrderByElements(), scope);
        returning(delete.getReturningClause(), delete.getOutputClause(), scope);
    }

    /** Whether a WITH query of SQL Server stands for the table that is changed: then it is the one that the query reads. */
    private boolean changesQuery(Table target, Scope scope) {
        if (dialect != Dialect.SQL_SERVER
                || target.getSchemaName() != null
                || scope.withQuery(Names.of(target)) == null) {
            return false;
        }
        List<String> read = structure.tablesRead();
        if (read.size() == 1) {
            structure.writes(read.get(0));
        }
        return true;
    }

    private void rows(boolean where, boolean bounded) {
        structure.where(where ? Presence.PRESENT : Presence.ABSENT);
        structure.rowLimit(bounded ? Presence.PRESENT : Presence.ABSENT);
    }

    /** Notes the columns that are given values: all of the table if there is no list of them. */
    void assigned(Iterable<Column> columns, String table) {
        if (columns == null) {
            structure.usesAll(structure.source(table), Clause.ASSIGNED);
        } else {
            columns.forEach(column -> structure.uses(table, Names.unquoted(column.getColumnName()), Clause.ASSIGNED));
        }
    }

    /**
     * Reads assignments.
     *
     * @param table the table that is changed, or null if each assignment says which
     */
    void sets(List<UpdateSet> sets, String table, Scope scope) {
        if (sets == null) {
            return;
        }
        for (UpdateSet set : sets) {
            for (Column column : set.getColumns()) {
                assigned(List.of(column), table == null ? changedBy(column, scope) : table);
            }
            queries.columns().readAll(set.getValues(), scope, Clause.SELECTED);
        }
    }

    private String changedBy(Column column, Scope scope) {
        boolean qualified = column.getTable() != null && column.getTable().getName() != null;
        String table = qualified ? scope.tableOf(column.getTable().getName()) : scope.onlyTable();
        if (table == null || table.isEmpty()) {
            structure.gap("which of several tables is changed is not said");
            return Scope.DERIVED;
        }
        structure.writes(table);
        structure.changesBehind(table);
        return table;
    }

    void returning(ReturningClause returning, OutputClause output, Scope scope) {
        if (returning != null) {
            new ArrayList<>(returning)
                    .forEach(item -> queries.columns().read(item.getExpression(), scope, Clause.SELECTED));
        }
        if (output != null) {
            output.getSelectItemList()
                    .forEach(item -> queries.columns().read(item.getExpression(), scope, Clause.SELECTED));
            statements.written(output.getOutputTable());
        }
    }
}
