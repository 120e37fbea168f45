package com.footstone.audit.analysis;

import java.util.Arrays;
import java.util.List;

import com.footstone.audit.analysis.QueryReader.Rows;
import com.footstone.audit.model.Presence;

import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ExplainStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.UnsupportedStatement;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.alter.RenameTableStatement;
import net.sf.jsqlparser.statement.comment.Comment;
import net.sf.jsqlparser.statement.create.index.CreateIndex;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.view.AlterView;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.drop.Drop;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.truncate.Truncate;

import static java.util.stream.Collectors.joining;

/** Reads a parsed statement: which tables it reads and changes, and what its clauses are. */
final class StatementReader {

    private final Structure structure;
    private final Dialect dialect;
    private final QueryReader queries;
    private final ChangeReader changes;

    StatementReader(Structure structure, Dialect dialect) {
        this.structure = structure;
        this.dialect = dialect;
        this.queries = new QueryReader(structure, this);
        this.changes = new ChangeReader(structure, this, queries, dialect);
    }

    void read(Statement statement) {
        if (statement instanceof Select select) {
            query(select);
        } else if (statement instanceof ExplainStatement explain) {
            explained(explain);
        } else if (statement instanceof UnsupportedStatement) {
            structure.gap("not parsed: a statement that the parser does not know");
        } else if (!changes.read(statement, new Scope(null))) {
            definition(statement);
        }
    }

    private void query(Select select) {
        Rows rows = queries.read(select, new Scope(null));
        structure.output(queries.output());
        // A part that changes rows has said what matters.
        if (structure.where() == null) {
            structure.where(rows.where() == Presence.PRESENT ? Presence.PRESENT : Presence.ABSENT);
            structure.rowLimit(presence(rows.bounded()));
        }
    }

    private void explained(ExplainStatement explain) {
        if (explain.getStatement() != null) {
            read(explain.getStatement());
        } else if (explain.getTable() != null) {
            structure.reads(Names.of(explain.getTable()));
        }
    }

    private void definition(Statement statement) {
        if (statement instanceof CreateTable create) {
            written(create.getTable());
            as(create.getSelect());
            like(create.getLikeTable());
            like(create.getTrailingLikeTable());
        } else if (statement instanceof CreateView create) {
            written(create.getView());
            as(create.getSelect());
        } else if (statement instanceof AlterView alter) {
            written(alter.getView());
            as(alter.getSelect());
        } else if (statement instanceof CreateIndex create) {
            written(create.getTable());
        } else if (statement instanceof Alter alter) {
            written(alter.getTable());
        } else if (statement instanceof Drop drop) {
            dropped(drop);
        } else if (statement instanceof Truncate truncate) {
            truncated(truncate);
        } else if (statement instanceof RenameTableStatement rename) {
            rename.getTableNames().forEach(names -> {
                written(names.getKey());
                written(names.getValue());
            });
        } else if (statement instanceof Comment comment) {
            written(comment.getTable());
        }
    }

    private void as(Select select) {
        if (select != null) {
            queries.read(select, new Scope(null));
        }
    }

    /** What a new table takes its columns from. */
    private void like(Table table) {
        if (table != null && queries.isName(Names.of(table))) {
            structure.reads(Names.of(table));
        }
    }

    private void dropped(Drop drop) {
        if ("table".equalsIgnoreCase(drop.getType()) || "view".equalsIgnoreCase(drop.getType())) {
            drop.getNames().forEach(this::written);
        } else if ("index".equalsIgnoreCase(drop.getType()) && drop.getParameters() != null) {
            indexed(drop.getParameters());
        }
    }

    /** DROP INDEX … ON table, and perhaps options. */
    private void indexed(List<String> parameters) {
        boolean on = false;
        StringBuilder name = new StringBuilder();
        for (String parameter : parameters) {
            boolean goesOn = name.isEmpty() || name.charAt(name.length() - 1) == '.' || parameter.startsWith(".");
            if (on && goesOn) {
                name.append(parameter);
            }
            on |= "on".equalsIgnoreCase(parameter);
        }
        String table =
                Arrays.stream(name.toString().split("\\.")).map(Names::unquoted).collect(joining("."));
        if (!table.isEmpty() && queries.isName(table)) {
            structure.writes(table);
        }
    }

    private void truncated(Truncate truncate) {
        if (truncate.getTables() == null) {
            written(truncate.getTable());
        } else {
            truncate.getTables().forEach(this::written);
        }
    }

    void written(Table table) {
        if (table != null && queries.isName(Names.of(table))) {
            structure.writes(Names.of(table));
        }
    }

    /** Reads the WITH queries and makes their names known in the scope; answers what rows they let through. */
    Rows readWith(List<WithItem<?>> items, Scope scope) {
        Rows rows = Rows.NONE;
        if (items == null) {
            return rows;
        }
        boolean recursive = items.stream().anyMatch(WithItem::isRecursive);
        for (WithItem<?> item : items) {
            if (item.getAlias() == null || item.getParenthesedStatement() == null) {
                structure.gap("a WITH part of an unusual form was not read");
                continue;
            }
            // Without RECURSIVE a query of the same name as a table reads that table.
            boolean ownName = recursive || mayBeRecursive(item);
            if (ownName) {
                scope.addWithQuery(Names.of(item.getAlias()), null);
            }
            Rows through = part(item.getParenthesedStatement(), Scope.within(scope));
            rows = new Rows(rows.and(through).where(), false);
            scope.addWithQuery(Names.of(item.getAlias()), OutputReader.ofWith(item, queries.output()));
        }
        return rows;
    }

    private boolean mayBeRecursive(WithItem<?> item) {
        boolean union = item.getParenthesedStatement() instanceof ParenthesedSelect select
                && select.getSelect() instanceof SetOperationList;
        return union && !dialect.in(Dialect.POSTGRESQL, Dialect.MYSQL);
    }

    private Rows part(Statement part, Scope scope) {
        if (part instanceof Select select) {
            return queries.read(select, scope);
        }
        queries.nothingKnown();
        if (!changes.read(part, scope)) {
            structure.gap("a WITH part of an unusual form was not read");
        }
        return Rows.NONE;
    }

    static Presence presence(boolean present) {
        return present ? Presence.PRESENT : Presence.ABSENT;
    }
}
