package com.footstone.audit.analysis;

import com.footstone.audit.model.Clause;

import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.merge.MergeDelete;
import net.sf.jsqlparser.statement.merge.MergeInsert;
import net.sf.jsqlparser.statement.merge.MergeOperation;
import net.sf.jsqlparser.statement.merge.MergeUpdate;

/** Reads MERGE. */
final class MergeReader {

    private final StatementReader statements;
    private final QueryReader queries;
    private final ChangeReader changes;

    MergeReader(StatementReader statements, QueryReader queries, ChangeReader changes) {
        this.statements = statements;
        this.queries = queries;
        this.changes = changes;
    }

    void read(Merge merge, Scope outer) {
        Scope scope = new Scope(outer);
        statements.readWith(merge.getWithItemsList(), scope);
        queries.source(merge.getFromItem(), scope);
        String table = changes.target(merge.getTable(), scope);
        queries.columns().read(merge.getOnCondition(), scope, Clause.JOINED);
        if (merge.getOperations() != null) {
            merge.getOperations().forEach(operation -> operation(operation, table, scope));
        }
        changes.returning(merge.getReturningClause(), merge.getOutputClause(), scope);
    }

    private void operation(MergeOperation operation, String table, Scope scope) {
        ColumnReader columns = queries.columns();
        if (operation instanceof MergeInsert insert) {
            columns.read(insert.getAndPredicate(), scope, Clause.FILTERED);
            changes.assigned(insert.getColumns(), table);
            columns.readAll(insert.getValues(), scope, Clause.SELECTED);
            columns.read(insert.getWhereCondition(), scope, Clause.FILTERED);
        } else if (operation instanceof MergeUpdate update) {
            columns.read(update.getAndPredicate(), scope, Clause.FILTERED);
            changes.sets(update.getUpdateSets(), table, scope);
            columns.read(update.getWhereCondition(), scope, Clause.FILTERED);
            columns.read(update.getDeleteWhereCondition(), scope, Clause.FILTERED);
        } else if (operation instanceof MergeDelete delete) {
            columns.read(delete.getAndPredicate(), scope, Clause.FILTERED);
        }
    }
}
