package com.footstone.audit.analysis;

import java.util.Collection;
import java.util.List;

import com.footstone.audit.model.Clause;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.Trait;

import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.AllValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.piped.FromQuery;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;

/** Reads queries: their sources, their columns, and whether their rows are restricted and bounded. */
final class QueryReader {

    /**
     * What a query lets through.
     *
     * @param where present if every part that reads a table has a WHERE clause; unknown if no part reads a table
     * @param bounded whether the number of rows is bounded
     */
    record Rows(Presence where, boolean bounded) {

        static final Rows NONE = new Rows(Presence.UNKNOWN, false);

        /** Of two queries whose rows both come through. */
        Rows and(Rows other) {
            return new Rows(worse(where, other.where), bounded && other.bounded);
        }

        private static Presence worse(Presence one, Presence other) {
            if (one == Presence.ABSENT || other == Presence.ABSENT) {
                return Presence.ABSENT;
            }
            return one == Presence.UNKNOWN ? other : one;
        }
    }

    private final Structure structure;
    private final StatementReader statements;
    private final ColumnReader columns;
    private final OutputReader outputs;
    /** What the rows of the query that was read last consist of; null if it is not known. */
    private Relation output;

    QueryReader(Structure structure, StatementReader statements) {
        this.structure = structure;
        this.statements = statements;
        this.columns = new ColumnReader(structure, this);
        this.outputs = new OutputReader(structure, columns);
    }

    Relation output() {
        return output;
    }

    void nothingKnown() {
        output = null;
    }

    ColumnReader columns() {
        return columns;
    }

    Rows read(Select select, Scope outer) {
        Scope scope = new Scope(outer);
        Rows within = statements.readWith(select.getWithItemsList(), scope);
        nothingKnown();
        Rows rows = body(select, scope);
        Relation own = output;
        boolean bounded = rows.bounded() || isBound(select.getLimit()) || select.getFetch() != null;
        columns.readOrder(select.getOrderByElements(), scope);
        Presence where = rows.where() == Presence.UNKNOWN ? within.where() : rows.where();
        output = own;
        return new Rows(where, bounded);
    }

    static boolean isBound(Limit limit) {
        if (limit == null) {
            return false;
        }
        Expression count = limit.getRowCount();
        return !(count instanceof AllValue) && !(count instanceof NullValue);
    }

    private Rows body(Select select, Scope scope) {
        if (select instanceof PlainSelect plain) {
            return plain(plain, scope);
        }
        if (select instanceof ParenthesedSelect inner) {
            return read(inner.getSelect(), scope);
        }
        if (select instanceof SetOperationList set) {
            return union(set, scope);
        }
        if (select instanceof Values values) {
            columns.readAll(values.getExpressions(), scope, Clause.SELECTED);
            nothingKnown();
            return Rows.NONE;
        }
        if (select instanceof TableStatement table) {
            source(table.getTable(), scope);
            columns.all(scope, Clause.SELECTED);
            return new Rows(Presence.ABSENT, false);
        }
        if (select instanceof FromQuery) {
            structure.gap("a piped query was not read");
            return Rows.NONE;
        }
        structure.gap("a query of an unusual form was not read");
        return Rows.NONE;
    }

    private Rows union(SetOperationList set, Scope scope) {
        Rows rows = null;
        Relation all = null;
        for (Select branch : set.getSelects()) {
            Rows through = read(branch, scope);
            all = rows == null ? output : outputs.ofUnion(all, output);
            rows = rows == null ? through : rows.and(through);
        }
        output = all;
        return rows == null ? Rows.NONE : rows;
    }

    private Rows plain(PlainSelect select, Scope scope) {
        Rows sources = sources(select.getFromItem(), select.getJoins(), scope);
        into(select);
        if (CartesianJoin.isIn(select)) {
            structure.trait(Trait.CARTESIAN_JOIN);
        }
        Relation selected = outputs.read(select.getSelectItems(), scope);
        columns.sawRowNumber();
        columns.read(select.getWhere(), scope, Clause.FILTERED);
        boolean rowNumber = columns.sawRowNumber();
        columns.read(select.getPreWhere(), scope, Clause.FILTERED);
        columns.read(select.getOracleHierarchical(), scope, Clause.FILTERED);
        columns.readHaving(select.getHaving(), scope);
        columns.read(select.getQualify(), scope, Clause.FILTERED);
        grouping(select, scope);
        if (select.getWindowDefinitions() != null) {
            select.getWindowDefinitions().forEach(window -> columns.readPartition(window, scope));
        }
        Presence where = select.getWhere() == null ? sources.where() : Presence.PRESENT;
        boolean bounded = select.getTop() != null || select.getFirst() != null || rowNumber || sources.bounded();
        output = selected;
        return new Rows(where, bounded);
    }

    private void into(PlainSelect select) {
        if (select.getIntoTables() != null) {
            select.getIntoTables().forEach(table -> structure.writes(Names.of(table)));
        }
        if (select.getIntoTempTable() != null) {
            structure.writes(Names.of(select.getIntoTempTable()));
        }
    }

    private void grouping(PlainSelect select, Scope scope) {
        if (select.getDistinct() != null && select.getDistinct().getOnSelectItems() != null) {
            select.getDistinct()
                    .getOnSelectItems()
                    .forEach(item -> columns.read(item.getExpression(), scope, Clause.GROUPED));
        }
        if (select.getGroupBy() != null) {
            columns.readAll(select.getGroupBy().getGroupByExpressionList(), scope, Clause.GROUPED);
            select.getGroupBy().getGroupingSets().forEach(set -> columns.readAll(set, scope, Clause.GROUPED));
        }
    }

    /** Reads FROM and the joins. A query whose only source is another query lets through what that one does. */
    Rows sources(FromItem from, List<Join> joins, Scope scope) {
        Rows rows = from == null ? Rows.NONE : source(from, scope);
        if (joins == null) {
            return rows;
        }
        for (Join join : joins) {
            Rows joined = source(join.getFromItem(), scope);
            rows = new Rows(rows.and(joined).where(), false);
        }
        for (Join join : joins) {
            conditions(join, scope);
        }
        return rows;
    }

    private void conditions(Join join, Scope scope) {
        Collection<Expression> on = join.getOnExpressions();
        columns.readAll(on, scope, Clause.JOINED);
        columns.readAll(join.getUsingColumns(), scope, Clause.JOINED);
    }

    Rows source(FromItem item, Scope scope) {
        if (item instanceof Table table) {
            return table(table, scope);
        }
        if (item instanceof ParenthesedFromItem inner) {
            derived(inner.getAlias(), null, scope);
            return sources(inner.getFromItem(), inner.getJoins(), scope);
        }
        if (item instanceof TableFunction function) {
            function.getFunctions().forEach(call -> columns.read(call, scope, Clause.SELECTED));
            derived(function.getAlias(), null, scope);
            return Rows.NONE;
        }
        if (item instanceof Select select) {
            Rows rows = read(select, Scope.within(scope));
            derived(item.getAlias(), OutputReader.ofDerived(item.getAlias(), output), scope);
            return rows;
        }
        structure.gap("a source of an unusual form was not read");
        return Rows.NONE;
    }

    private static void derived(Alias alias, Relation relation, Scope scope) {
        scope.add(alias == null ? " " : Names.of(alias), new Source(Scope.DERIVED, relation));
    }

    private Rows table(Table table, Scope scope) {
        String name = Names.of(table);
        String source = table.getAlias() == null ? table.getName() : Names.of(table.getAlias());
        boolean unqualified = table.getSchemaName() == null;
        Source with = unqualified ? scope.withQuery(name) : null;
        if (with != null) {
            scope.add(source, with);
            return Rows.NONE;
        }
        if (!isName(name)) {
            return Rows.NONE;
        }
        if (unqualified && !Names.isTable(name)) {
            return Rows.NONE;
        }
        scope.add(source, structure.source(name));
        structure.reads(name);
        return new Rows(Presence.ABSENT, false);
    }

    /** The lexer hides quoted text that does not look like a name, and the parser takes strings for tables. */
    boolean isName(String name) {
        boolean hidden = name.indexOf('\'') >= 0 || name.indexOf('?') >= 0;
        if (hidden) {
            structure.gap("a table's name could not be told from a literal");
        }
        return !hidden;
    }
}
