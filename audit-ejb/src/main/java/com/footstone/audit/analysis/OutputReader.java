package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.model.Clause;

import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.WithItem;

/**
 * Reads what a query selects. If a schema is declared, then also what its rows consist of, so that whoever uses a column
 * of a nested query or a view is known to use the columns that it comes from.
 */
final class OutputReader {

    private final Structure structure;
    private final ColumnReader columns;

    OutputReader(Structure structure, ColumnReader columns) {
        this.structure = structure;
        this.columns = columns;
    }

    /** Reads the items; null without a schema. */
    Relation read(List<SelectItem<?>> items, Scope scope) {
        boolean known = structure.schema().isKnown();
        List<Relation.Column> output = new ArrayList<>();
        boolean complete = true;
        for (SelectItem<?> item : items) {
            Expression expression = item.getExpression();
            List<Origin> origins = List.of();
            if (known) {
                origins = structure.selectedBy(() -> columns.read(expression, scope, Clause.SELECTED));
            } else {
                columns.read(expression, scope, Clause.SELECTED);
            }
            if (item.getAlias() != null) {
                scope.addSelected(Names.of(item.getAlias()), expression);
            }
            if (known && expression instanceof AllColumns all) {
                complete &= addAll(all, scope, output);
            } else if (known) {
                complete &= add(new Relation.Column(nameOf(item), columns.typeOf(expression, scope), origins), output);
            }
        }
        return known ? new Relation("", output, complete, List.of()) : null;
    }

    private static String nameOf(SelectItem<?> item) {
        if (item.getAlias() != null) {
            return Names.of(item.getAlias());
        }
        return item.getExpression() instanceof Column column ? Names.unquoted(column.getColumnName()) : "";
    }

    /** False if there are too many already. */
    private boolean add(Relation.Column column, List<Relation.Column> output) {
        return structure.follows(column) && output.add(column);
    }

    /** Adds the columns that a star stands for; false if not all of them are known. */
    private boolean addAll(AllColumns all, Scope scope, List<Relation.Column> output) {
        boolean complete = true;
        for (Source source : meant(all, scope)) {
            complete &= !source.mayHaveMore();
            List<Relation.Column> known =
                    source.relation() == null ? List.of() : source.relation().columns();
            for (Relation.Column column : known) {
                if (!add(of(source, column), output)) {
                    return false;
                }
            }
        }
        return complete;
    }

    private static List<Source> meant(AllColumns all, Scope scope) {
        if (all instanceof AllTableColumns ofTable) {
            Source source = scope.source(ofTable.getTable().getName());
            return List.of(source == null ? Source.UNKNOWN : source);
        }
        return List.copyOf(scope.sources());
    }

    private static Relation.Column of(Source source, Relation.Column column) {
        boolean traced = !source.table().isEmpty() || !column.origins().isEmpty();
        List<Origin> origins = traced ? source.origins(column.name()) : List.of();
        return new Relation.Column(column.name(), column.type(), origins);
    }

    /** What a UNION of two queries gives; null if that is not known. Either may be null. */
    Relation ofUnion(Relation one, Relation other) {
        Relation union = Relation.union(one, other);
        return union != null && union.columns().stream().allMatch(structure::follows) ? union : null;
    }

    /** What a nested query gives to the one around it, by the names after its alias if there are any. */
    static Relation ofDerived(Alias alias, Relation output) {
        if (output == null || alias == null || alias.getAliasColumns() == null) {
            return output;
        }
        return output.renamed(alias.getAliasColumns().stream()
                .map(column -> Names.unquoted(column.name))
                .toList());
    }

    /** What a WITH query gives, by the names in the list before AS if there is one. */
    static Relation ofWith(WithItem<?> item, Relation output) {
        if (output == null || item.getWithItemList() == null) {
            return output;
        }
        return output.renamed(item.getWithItemList().stream()
                .map(name -> Names.unquoted(name.getExpression().toString()))
                .toList());
    }
}
