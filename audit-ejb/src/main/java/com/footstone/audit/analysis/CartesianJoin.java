package com.footstone.audit.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Finds tables that a query lists without a condition on them, so that each of their rows goes with each of the others.
 * Where a column does not say whose it is, the table is given the benefit of the doubt.
 */
final class CartesianJoin extends ExpressionVisitorAdapter<Void> {

    private final Set<String> mentioned = new HashSet<>();
    private boolean unclear;

    private CartesianJoin() {}

    static boolean isIn(PlainSelect select) {
        List<Join> joins = select.getJoins();
        if (joins == null || joins.stream().noneMatch(CartesianJoin::isLoose)) {
            return false;
        }
        CartesianJoin conditions = new CartesianJoin();
        conditions.read(select.getWhere());
        for (Join join : joins) {
            join.getOnExpressions().forEach(conditions::read);
            conditions.unclear |= !join.getUsingColumns().isEmpty();
        }
        if (conditions.unclear) {
            return false;
        }
        boolean first = select.getFromItem() instanceof Table table && conditions.leaves(table);
        return (first && joins.size() == 1)
                || joins.stream()
                        .filter(CartesianJoin::isLoose)
                        .anyMatch(join -> conditions.leaves((Table) join.getFromItem()));
    }

    /** A table after a comma, or a join without condition. Functions and queries often have one row, or look outside. */
    private static boolean isLoose(Join join) {
        return join.getFromItem() instanceof Table
                && !join.isNatural()
                && !join.isApply()
                && join.getOnExpressions().isEmpty()
                && join.getUsingColumns().isEmpty();
    }

    private boolean leaves(Table table) {
        return Names.isTable(Names.unquoted(table.getName())) && !mentioned.contains(nameOf(table));
    }

    private static String nameOf(FromItem item) {
        return Names.key(
                item.getAlias() != null ? Names.of(item.getAlias()) : Names.unquoted(((Table) item).getName()));
    }

    private void read(Expression condition) {
        if (condition != null) {
            condition.accept(this, null);
        }
    }

    @Override
    public <S> Void visit(Column column, S context) {
        Table table = column.getTable();
        if (table == null || table.getName() == null) {
            unclear |= Names.isColumn(Names.unquoted(column.getColumnName()));
        } else {
            mentioned.add(Names.key(table.getName()));
        }
        return null;
    }

    @Override
    public <S> Void visit(ParenthesedSelect select, S context) {
        unclear = true;
        return null;
    }

    @Override
    public <S> Void visit(Select select, S context) {
        unclear = true;
        return null;
    }
}
