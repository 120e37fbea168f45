package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;

/** Which query and which of its clauses each token of a text belongs to, by the tokens alone. */
final class Places {

    enum Place {
        NONE,
        LIST,
        SOURCE,
        CONDITION,
        ORDER,
        LIMIT,
        VALUES,
        ASSIGN
    }

    private static final int DEEPEST = 128;

    private final CodeTokens tokens;
    private final Place[] places;
    private final Query[] owners;
    private final List<Query> queries = new ArrayList<>();
    /** The first token of each statement. */
    private final List<Integer> begins = new ArrayList<>();
    /** Whether a statement begins on the line on which the one before it ends. */
    private final List<Boolean> onLine = new ArrayList<>();

    private final Query[] outerQueries = new Query[DEEPEST];
    private final Place[] outerPlaces = new Place[DEEPEST];
    private int depth;
    private int deepest;
    private int statement;
    private int closedTooMany;
    private Query query;
    private Place place = Place.NONE;

    private Places(CodeTokens tokens) {
        this.tokens = tokens;
        this.places = new Place[tokens.size()];
        this.owners = new Query[tokens.size()];
    }

    static Places of(CodeTokens tokens) {
        Places places = new Places(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            places.accept(i);
        }
        return places;
    }

    private void accept(int i) {
        if (query == null) {
            begins.add(i);
            onLine.add(!tokens.beginsLine(i));
            begin(i, false);
            place = Place.NONE;
        }
        TokenKind kind = tokens.kind(i);
        if (kind == TokenKind.CLOSE) {
            close();
        } else if (kind == TokenKind.SEMICOLON && depth == 0) {
            statement += begins.size() > statement ? 1 : 0;
            query = null;
        } else if (kind == TokenKind.WORD && tokens.word(i) != null && !tokens.is(i - 1, TokenKind.DOT)) {
            keyword(i, tokens.word(i));
        } else if (kind == TokenKind.COMMA && place == Place.LIST && depth == query.depth) {
            query.items++;
        } else if (tokens.is(i, "*") && place == Place.LIST && !tokens.isLiteral(i - 1)) {
            query.countable &= tokens.is(i - 1, TokenKind.OPEN);
        }
        places[i] = place;
        owners[i] = query == null ? queries.get(queries.size() - 1) : query;
        if (kind == TokenKind.OPEN) {
            open();
        } else if (place == Place.SOURCE && tokens.isName(i) && beginsTable(i)) {
            table(i);
        }
    }

    private void begin(int i, boolean branch) {
        Query begun = new Query(statement, i, depth, branch);
        if (branch) {
            begun.partner = query;
            begun.afterOrder = query != null && query.depth == depth && (place == Place.LIMIT || place == Place.ORDER);
        }
        query = begun;
        queries.add(begun);
    }

    private void open() {
        if (depth < DEEPEST) {
            outerQueries[depth] = query;
            outerPlaces[depth] = place;
        }
        depth++;
        deepest = Math.max(deepest, depth);
    }

    private void close() {
        if (depth == 0) {
            closedTooMany++;
            return;
        }
        depth--;
        if (depth < DEEPEST) {
            query = outerQueries[depth];
            place = outerPlaces[depth];
        }
    }

    private void keyword(int i, Word word) {
        switch (word) {
            case SELECT -> {
                boolean branch = follows(i, Word.UNION);
                if (i > query.begin || branch) {
                    begin(i, branch);
                }
                place = Place.LIST;
            }
            case FROM -> {
                if (depth == query.depth) {
                    query.hasFrom |= place == Place.LIST;
                    place = Place.SOURCE;
                }
            }
            case UPDATE, JOIN, INTO -> place = depth == query.depth ? Place.SOURCE : place;
            case WHERE, ON, HAVING -> place = depth == query.depth ? Place.CONDITION : place;
            case SET -> place = depth == query.depth ? Place.ASSIGN : place;
            case VALUES -> place = Place.VALUES;
            case BY -> place = depth == query.depth && tokens.is(i - 1, Word.ORDER) ? Place.ORDER : place;
            case LIMIT, OFFSET, FETCH -> place = depth == query.depth ? Place.LIMIT : place;
            default -> {}
        }
    }

    /** Whether a word comes before, with nothing between but ALL, DISTINCT and brackets. */
    private boolean follows(int i, Word word) {
        int at = i - 1;
        while (tokens.is(at, Word.ALL) || tokens.is(at, Word.DISTINCT) || tokens.is(at, TokenKind.OPEN)) {
            at--;
        }
        return tokens.is(at, word);
    }

    private boolean beginsTable(int i) {
        Word before = tokens.word(i - 1);
        return before == Word.FROM
                || before == Word.JOIN
                || before == Word.UPDATE
                || before == Word.INTO
                || before == Word.ONLY
                || tokens.is(i - 1, TokenKind.COMMA)
                || (tokens.is(i - 1, TokenKind.OPEN) && tokens.is(i - 2, Word.FROM));
    }

    private void table(int i) {
        if (Catalogue.isTable(tokens, i)) {
            query.catalogueTables++;
        } else if (!tokens.spelling(i).equals("dual") && !tokens.is(i + 1, TokenKind.OPEN)) {
            query.data = true;
        }
    }

    List<Query> queries() {
        return queries;
    }

    Query query(int i) {
        return owners[i];
    }

    Place place(int i) {
        return places[i];
    }

    /** How many statements there are. */
    int statements() {
        return begins.size();
    }

    /** The first token of a statement. */
    int begin(int number) {
        return begins.get(number);
    }

    /** Whether a token belongs to a statement behind another one on its line, of which the first asks for or changes rows. */
    boolean behindOnLine(int i) {
        int number = owners[i].statement;
        return number > 0 && onLine.get(number) && isOfRows(tokens.word(begins.get(0)));
    }

    private static boolean isOfRows(Word verb) {
        return verb == Word.SELECT
                || verb == Word.INSERT
                || verb == Word.UPDATE
                || verb == Word.DELETE
                || verb == Word.WITH;
    }

    /** Whether all brackets pair. */
    boolean paired() {
        return depth == 0 && closedTooMany == 0;
    }

    /** Whether brackets are nested deeper than is kept in mind: then places are guesses. */
    boolean tooDeep() {
        return deepest > DEEPEST;
    }

    /**
     * Whether a token is where a call on its own account cannot be: in a condition, an order, a value, a sub-query, a
     * branch of a UNION, a query of a table.
     */
    boolean isWithin(int i) {
        Query owner = owners[i];
        return switch (places[i]) {
            case CONDITION, ORDER, LIMIT -> true;
            case LIST -> owner.depth > 0 || owner.branch || owner.data;
            case SOURCE -> owner.depth > 0 || owner.branch;
            case VALUES, ASSIGN, NONE -> false;
        };
    }
}
