package com.footstone.audit.analysis;

import java.util.List;

import com.footstone.audit.model.Clause;
import com.footstone.audit.model.Conversion;

import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.schema.Column;

/** Finds columns of declared tables that a condition compares with values of another type. */
final class ComparisonReader {

    private final Structure structure;
    private final ColumnReader columns;

    ComparisonReader(Structure structure, ColumnReader columns) {
        this.structure = structure;
        this.columns = columns;
    }

    void read(BinaryExpression expression, Whereabouts place) {
        if (expression instanceof ComparisonOperator) {
            compared(expression.getLeftExpression(), expression.getRightExpression(), place);
            compared(expression.getRightExpression(), expression.getLeftExpression(), place);
        } else if (expression instanceof LikeExpression && place.indexed()) {
            matched(expression.getLeftExpression(), place.scope());
        }
    }

    /**
     * Notes a column that a condition compares with another expression. That may be a literal, and those are looked up by
     * how the column is written: so a column of any type is noted, lest its literals are taken for another one's.
     */
    void compared(Expression expression, Expression other, Whereabouts place) {
        boolean condition = place.indexed() || place.clause() == Clause.FILTERED;
        boolean known = condition && structure.schema().isKnown();
        if (!known || !(expression instanceof Column column) || isValue(column)) {
            return;
        }
        Comparison comparison = comparison(column, place.scope());
        if (!(other instanceof Column another) || isValue(another)) {
            structure.compares(place.indexed() ? comparison : comparison.ofUnknownType());
        } else if (place.indexed()) {
            note(comparison.with(
                    columns.typeOf(another, place.scope()), structure.schema().dialect()));
        }
    }

    /** Patterns are for text: whatever else is matched with one is made text first, except where that is an error. */
    private void matched(Expression expression, Scope scope) {
        Dialect dialect = structure.schema().dialect();
        boolean converts = dialect.in(Dialect.MYSQL, Dialect.ORACLE) || dialect == Dialect.SQL_SERVER;
        boolean known = converts && structure.schema().isKnown();
        if (known && expression instanceof Column column && !isValue(column)) {
            Comparison comparison = comparison(column, scope);
            if (comparison.type() == ColumnType.NUMBER || comparison.type() == ColumnType.MOMENT) {
                Origin origin = comparison.origin();
                note(new Conversion(
                        origin.table(), origin.column(), comparison.type().text(), ColumnType.TEXT.text()));
            }
        }
    }

    private Comparison comparison(Column column, Scope scope) {
        Source source = columns.sourceOf(column, scope);
        String name = Names.unquoted(column.getColumnName());
        List<Origin> origins = source.origins(name);
        boolean qualified = column.getTable() != null && column.getTable().getName() != null;
        String written = qualified ? Names.key(column.getTable().getName()) + "." + Names.key(name) : Names.key(name);
        return new Comparison(origins.get(origins.size() - 1), source.typeOf(name), written);
    }

    private void note(Conversion conversion) {
        if (conversion != null) {
            structure.converts(conversion);
        }
    }

    /** The parser takes some literals for columns. */
    private static boolean isValue(Column column) {
        return column.getColumnName().startsWith("'") || column.getColumnName().equals("?");
    }
}
