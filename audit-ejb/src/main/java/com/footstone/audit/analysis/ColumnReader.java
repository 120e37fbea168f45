package com.footstone.audit.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.footstone.audit.model.Clause;
import com.footstone.audit.model.Trait;

import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.TranscodingFunction;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;

/** Finds the columns of an expression, and hands the queries within it to the {@link QueryReader}. */
final class ColumnReader extends ExpressionVisitorAdapter<Void> {

    /**
     * Where an expression stands.
     *
     * @param indexed whether an index could serve its columns
     * @param function whether a function is made of them
     */
    private record Place(Scope scope, Clause clause, boolean indexed, boolean function) {

        Place(Scope scope, Clause clause) {
            this(scope, clause, clause == Clause.FILTERED || clause == Clause.JOINED, false);
        }

        Place inFunction() {
            return function ? this : new Place(scope, clause, indexed, true);
        }

        /** Whether an index would serve the column, were it not for a function. */
        boolean hidesColumn() {
            return indexed && function;
        }
    }

    /** Their first argument is a unit of time, which the parser takes for a column. */
    private static final Set<String> FUNCTIONS_OF_UNITS = Set.of(
            "dateadd",
            "datediff",
            "datediff_big",
            "datepart",
            "datename",
            "timestampadd",
            "timestampdiff",
            "date_trunc",
            "datetrunc",
            "last_day",
            "timestamp_trunc");

    /** Their rows are another query's, or they are no functions: no index of the column is in question. */
    private static final Set<String> AGGREGATES = Set.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "string_agg",
            "array_agg",
            "group_concat",
            "listagg",
            "exists",
            "any",
            "all",
            "some");

    /** Ask an index for words: without one they cannot be called. */
    private static final Set<String> FUNCTIONS_OF_INDEXES = Set.of("contains", "freetext", "catsearch");

    private final Structure structure;
    private final QueryReader queries;
    private boolean usesRowNumber;

    ColumnReader(Structure structure, QueryReader queries) {
        this.structure = structure;
        this.queries = queries;
    }

    void read(Expression expression, Scope scope, Clause clause) {
        if (expression != null) {
            expression.accept(this, new Place(scope, clause));
        }
    }

    void readAll(Iterable<? extends Expression> expressions, Scope scope, Clause clause) {
        readAll(expressions, new Place(scope, clause));
    }

    private void readAll(Iterable<? extends Expression> expressions, Place place) {
        if (expressions != null) {
            for (Expression expression : expressions) {
                if (expression != null) {
                    expression.accept(this, place);
                }
            }
        }
    }

    /** Reads a condition on groups, which no index could serve. */
    void readHaving(Expression condition, Scope scope) {
        if (condition != null) {
            condition.accept(this, new Place(scope, Clause.FILTERED, false, false));
        }
    }

    void readOrder(List<OrderByElement> elements, Scope scope) {
        if (elements != null) {
            elements.forEach(element -> read(element.getExpression(), scope, Clause.ORDERED));
        }
    }

    /** Whether ROWNUM was seen since this was last asked. */
    boolean sawRowNumber() {
        boolean seen = usesRowNumber;
        usesRowNumber = false;
        return seen;
    }

    @Override
    public <S> Void visit(Column column, S context) {
        Place place = (Place) context;
        Table qualifier = column.getTable();
        String name = Names.unquoted(column.getColumnName());
        usesRowNumber |= name.equalsIgnoreCase("rownum");
        boolean quoted = !name.equals(column.getColumnName());
        if (name.startsWith("'") || (!quoted && !Names.isColumn(name))) {
            return null;
        }
        if (place.hidesColumn() && !name.equals("?")) {
            structure.trait(Trait.FUNCTION_OF_FILTERED_COLUMN);
        }
        if (qualifier == null || qualifier.getName() == null) {
            unqualified(name, place);
        } else {
            qualified(qualifier, name, place);
        }
        if (column.getArrayConstructor() != null) {
            column.getArrayConstructor().accept(this, context);
        }
        return null;
    }

    private void unqualified(String name, Place place) {
        boolean mayBeAlias = place.clause == Clause.ORDERED || place.clause == Clause.GROUPED;
        Expression selected = mayBeAlias ? place.scope.selectedAs(name) : null;
        if (selected == null) {
            structure.uses(place.scope.onlyTable(), name, place.clause);
        } else if (selected instanceof Column column && sameName(column, name)) {
            structure.uses(tableOf(column, place.scope), name, place.clause);
        } else {
            read(selected, place.scope, place.clause == Clause.ORDERED ? Clause.ORDERED : Clause.GROUPED);
        }
    }

    private static boolean sameName(Column column, String name) {
        return Names.key(column.getColumnName()).equals(Names.key(name));
    }

    private static String tableOf(Column column, Scope scope) {
        Table qualifier = column.getTable();
        if (qualifier == null || qualifier.getName() == null) {
            return scope.onlyTable();
        }
        String table = scope.tableOf(qualifier.getName());
        return table == null ? Names.of(qualifier) : table;
    }

    private void qualified(Table qualifier, String name, Place place) {
        String table = place.scope.tableOf(qualifier.getName());
        if (table != null) {
            structure.uses(table, name, place.clause);
        } else if (Names.isTable(Names.unquoted(qualifier.getName()))) {
            structure.uses(Names.of(qualifier), name, place.clause);
        }
    }

    @Override
    public <S> Void visit(AllColumns all, S context) {
        Place place = (Place) context;
        structure.uses(place.scope.onlyTable(), "*", place.clause);
        return null;
    }

    @Override
    public <S> Void visit(AllTableColumns all, S context) {
        qualified(all.getTable(), "*", (Place) context);
        return null;
    }

    @Override
    public <S> Void visit(Function function, S context) {
        if (function.isAllColumns()) {
            // count(*) counts rows: it reads no column.
            return null;
        }
        String name = function.getName() == null ? "" : function.getName().toLowerCase(Locale.ROOT);
        ExpressionList<?> parameters = function.getParameters();
        if (parameters != null && !parameters.isEmpty() && onlyStar(parameters)) {
            return null;
        }
        boolean served = AGGREGATES.contains(name) || FUNCTIONS_OF_INDEXES.contains(name);
        Place place = served ? (Place) context : ((Place) context).inFunction();
        if (FUNCTIONS_OF_UNITS.contains(name) && parameters != null && parameters.size() > 1) {
            readAll(List.copyOf(parameters.subList(1, parameters.size())), place);
            return null;
        }
        return super.visit(function, place);
    }

    /** CONVERT. */
    @Override
    public <S> Void visit(TranscodingFunction function, S context) {
        return super.visit(function, ((Place) context).inFunction());
    }

    @Override
    public <S> Void visit(ExtractExpression extract, S context) {
        return super.visit(extract, ((Place) context).inFunction());
    }

    @Override
    public <S> Void visit(TrimFunction trim, S context) {
        Place place = ((Place) context).inFunction();
        readAll(Arrays.asList(trim.getExpression(), trim.getFromExpression()), place);
        return null;
    }

    /** A column called like a unit of time; functions are asked for units only by {@link #FUNCTIONS_OF_UNITS}. */
    @Override
    public <S> Void visit(DateUnitExpression unit, S context) {
        unqualified(unit.toString().toLowerCase(Locale.ROOT), (Place) context);
        return null;
    }

    private static boolean onlyStar(ExpressionList<?> parameters) {
        return parameters.size() == 1
                && parameters.get(0) instanceof AllColumns
                && !(parameters.get(0) instanceof AllTableColumns);
    }

    @Override
    public <S> Void visit(AnalyticExpression window, S context) {
        Place place = (Place) context;
        if (!(window.getExpression() instanceof AllColumns)) {
            read(window.getExpression(), place.scope, place.clause);
        }
        read(window.getOffset(), place.scope, place.clause);
        read(window.getDefaultValue(), place.scope, place.clause);
        read(window.getFilterExpression(), place.scope, Clause.FILTERED);
        if (window.getWindowDefinition() != null) {
            readPartition(window.getWindowDefinition(), place.scope);
        }
        readOrder(window.getFuncOrderBy(), place.scope);
        return null;
    }

    void readPartition(WindowDefinition window, Scope scope) {
        ExpressionList<?> partition = window.getPartitionExpressionList();
        readAll(partition, scope, Clause.GROUPED);
        readOrder(window.getOrderByElements(), scope);
    }

    @Override
    public <S> Void visit(ParenthesedSelect select, S context) {
        queries.read(select, ((Place) context).scope);
        return null;
    }

    @Override
    public <S> Void visit(Select select, S context) {
        queries.read(select, ((Place) context).scope);
        return null;
    }
}
