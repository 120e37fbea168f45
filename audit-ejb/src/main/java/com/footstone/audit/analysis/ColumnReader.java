package com.footstone.audit.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.footstone.audit.model.Clause;
import com.footstone.audit.model.Trait;

import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.TranscodingFunction;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;

/** Finds the columns of an expression, and hands the queries within it to the {@link QueryReader}. */
final class ColumnReader extends ExpressionVisitorAdapter<Void> {

    private final Structure structure;
    private final QueryReader queries;
    private final ComparisonReader comparisons;
    private boolean usesRowNumber;

    ColumnReader(Structure structure, QueryReader queries) {
        this.structure = structure;
        this.queries = queries;
        this.comparisons = new ComparisonReader(structure, this);
    }

    void read(Expression expression, Scope scope, Clause clause) {
        if (expression != null) {
            expression.accept(this, new Whereabouts(scope, clause));
        }
    }

    void readAll(Iterable<? extends Expression> expressions, Scope scope, Clause clause) {
        readAll(expressions, new Whereabouts(scope, clause));
    }

    private void readAll(Iterable<? extends Expression> expressions, Whereabouts place) {
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
            condition.accept(this, new Whereabouts(scope, Clause.FILTERED, false, false));
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
        Whereabouts place = (Whereabouts) context;
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

    private void unqualified(String name, Whereabouts place) {
        boolean mayBeAlias = place.clause() == Clause.ORDERED || place.clause() == Clause.GROUPED;
        Expression selected = mayBeAlias ? place.scope().selectedAs(name) : null;
        if (selected == null) {
            structure.uses(place.scope().sourceOf(name), name, place.clause());
        } else if (selected instanceof Column column && Names.same(column.getColumnName(), name)) {
            structure.uses(sourceOf(column, place.scope()), name, place.clause());
        } else {
            read(selected, place.scope(), place.clause() == Clause.ORDERED ? Clause.ORDERED : Clause.GROUPED);
        }
    }

    /** What kind of values a bare column has; of anything else it is not known. */
    ColumnType typeOf(Expression expression, Scope scope) {
        return expression instanceof Column column
                ? sourceOf(column, scope).typeOf(Names.unquoted(column.getColumnName()))
                : ColumnType.OTHER;
    }

    Source sourceOf(Column column, Scope scope) {
        Table qualifier = column.getTable();
        if (qualifier == null || qualifier.getName() == null) {
            return scope.sourceOf(Names.unquoted(column.getColumnName()));
        }
        Source source = scope.source(qualifier.getName());
        return source == null ? structure.source(Names.of(qualifier)) : source;
    }

    private void qualified(Table qualifier, String name, Whereabouts place) {
        Source source = place.scope().source(qualifier.getName());
        if (source != null) {
            structure.uses(source, name, place.clause());
        } else if (Names.isTable(Names.unquoted(qualifier.getName()))) {
            structure.uses(Names.of(qualifier), name, place.clause());
        }
    }

    @Override
    public <S> Void visit(AllColumns all, S context) {
        Whereabouts place = (Whereabouts) context;
        all(place.scope(), place.clause());
        return null;
    }

    /** Notes the use of all columns that a query can name. */
    void all(Scope scope, Clause clause) {
        structure.uses(scope.onlyTable(), "*", clause);
        if (!scope.isWithin()) {
            scope.sources().forEach(source -> structure.usesAll(source, clause));
        }
    }

    @Override
    public <S> Void visit(AllTableColumns all, S context) {
        Whereabouts place = (Whereabouts) context;
        qualified(all.getTable(), "*", place);
        Source source = place.scope().source(all.getTable().getName());
        if (source != null && !place.scope().isWithin()) {
            structure.usesAll(source, place.clause());
        }
        return null;
    }

    @Override
    protected <S> Void visitBinaryExpression(BinaryExpression expression, S context) {
        comparisons.read(expression, (Whereabouts) context);
        return super.visitBinaryExpression(expression, context);
    }

    @Override
    public <S> Void visit(Between between, S context) {
        Expression from = between.getBetweenExpressionStart();
        comparisons.compared(between.getLeftExpression(), from, (Whereabouts) context);
        return super.visit(between, context);
    }

    @Override
    public <S> Void visit(InExpression in, S context) {
        comparisons.compared(in.getLeftExpression(), in.getRightExpression(), (Whereabouts) context);
        return super.visit(in, context);
    }

    /** Whether there are rows, not what is in them, is what EXISTS asks. */
    @Override
    public <S> Void visit(ExistsExpression exists, S context) {
        Whereabouts place = (Whereabouts) context;
        read(exists.getRightExpression(), Scope.within(place.scope()), place.clause());
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
        boolean served = FunctionNames.areOfRows(name) || FunctionNames.askIndexes(name);
        Whereabouts place = served ? (Whereabouts) context : ((Whereabouts) context).inFunction();
        if (FunctionNames.takeUnits(name) && parameters != null && parameters.size() > 1) {
            readAll(List.copyOf(parameters.subList(1, parameters.size())), place);
            return null;
        }
        return super.visit(function, place);
    }

    /** CONVERT. */
    @Override
    public <S> Void visit(TranscodingFunction function, S context) {
        return super.visit(function, ((Whereabouts) context).inFunction());
    }

    @Override
    public <S> Void visit(ExtractExpression extract, S context) {
        return super.visit(extract, ((Whereabouts) context).inFunction());
    }

    @Override
    public <S> Void visit(TrimFunction trim, S context) {
        Whereabouts place = ((Whereabouts) context).inFunction();
        readAll(Arrays.asList(trim.getExpression(), trim.getFromExpression()), place);
        return null;
    }

    /** A column called like a unit of time; functions are asked for units only by {@link FunctionNames}. */
    @Override
    public <S> Void visit(DateUnitExpression unit, S context) {
        unqualified(unit.toString().toLowerCase(Locale.ROOT), (Whereabouts) context);
        return null;
    }

    private static boolean onlyStar(ExpressionList<?> parameters) {
        return parameters.size() == 1
                && parameters.get(0) instanceof AllColumns
                && !(parameters.get(0) instanceof AllTableColumns);
    }

    @Override
    public <S> Void visit(AnalyticExpression window, S context) {
        Whereabouts place = (Whereabouts) context;
        if (!(window.getExpression() instanceof AllColumns)) {
            read(window.getExpression(), place.scope(), place.clause());
        }
        read(window.getOffset(), place.scope(), place.clause());
        read(window.getDefaultValue(), place.scope(), place.clause());
        read(window.getFilterExpression(), place.scope(), Clause.FILTERED);
        if (window.getWindowDefinition() != null) {
            readPartition(window.getWindowDefinition(), place.scope());
        }
        readOrder(window.getFuncOrderBy(), place.scope());
        return null;
    }

    void readPartition(WindowDefinition window, Scope scope) {
        ExpressionList<?> partition = window.getPartitionExpressionList();
        readAll(partition, scope, Clause.GROUPED);
        readOrder(window.getOrderByElements(), scope);
    }

    @Override
    public <S> Void visit(ParenthesedSelect select, S context) {
        queries.read(select, ((Whereabouts) context).scope());
        return null;
    }

    @Override
    public <S> Void visit(Select select, S context) {
        queries.read(select, ((Whereabouts) context).scope());
        return null;
    }
}
