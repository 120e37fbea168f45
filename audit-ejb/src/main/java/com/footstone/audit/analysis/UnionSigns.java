package com.footstone.audit.analysis;

import java.util.Set;

import com.footstone.audit.analysis.Places.Place;
import com.footstone.audit.model.InjectionSign;

/** Signs that are about whole queries: what a UNION adds, what is asked of the catalogue, what is ordered by. */
final class UnionSigns {

    private static final int MOST_COLUMNS = 64;

    private final CodeTokens tokens;
    private final Places places;
    private final Set<InjectionSign> signs;

    UnionSigns(CodeTokens tokens, Places places, Set<InjectionSign> signs) {
        this.tokens = tokens;
        this.places = places;
        this.signs = signs;
    }

    void read() {
        Query first = null;
        for (Query query : places.queries()) {
            if (first == null || first.statement != query.statement) {
                first = query.data || query.catalogueTables > 0 ? query : null;
            }
            if (query.branch && query.partner != null) {
                branch(query);
            }
            boolean beside = first != null && first != query && first.data && first.catalogueTables == 0;
            if (beside && query.catalogueTables > 0) {
                signs.add(InjectionSign.CATALOGUE_BESIDE_DATA);
            }
            if (query.catalogueTables >= 3 && query.depth > 0 && !query.data) {
                signs.add(InjectionSign.HEAVY_LOAD);
            }
        }
        ordinals();
    }

    private void branch(Query query) {
        Query before = query.partner;
        boolean beside = before.depth == query.depth && tokens.is(before.begin, Word.SELECT);
        boolean change = tokens.is(before.begin, Word.UPDATE) || tokens.is(before.begin, Word.DELETE);
        if (query.afterOrder || (change && before.depth == query.depth)) {
            signs.add(InjectionSign.UNION_REFUSED);
        }
        if (beside && before.countable && query.countable && before.items != query.items) {
            signs.add(InjectionSign.UNION_REFUSED);
        }
        if (beside && before.data && !query.data) {
            constants(query);
        }
    }

    /** A row that is read from no table. */
    private void constants(Query query) {
        int nulls = 0;
        int numbers = 0;
        int values = 0;
        int i = query.begin + 1;
        while (tokens.is(i, Word.ALL) || tokens.is(i, Word.DISTINCT)) {
            i++;
        }
        boolean item = true;
        for (; i < tokens.size() && places.query(i) == query && places.place(i) == Place.LIST; i++) {
            if (tokens.is(i, TokenKind.COMMA)) {
                item = true;
            } else if (item) {
                nulls += tokens.is(i, Word.NULL) ? 1 : 0;
                numbers += tokens.number(i) >= 0 ? 1 : 0;
                values += tokens.isLiteral(i) || tokens.is(i, TokenKind.OPEN) ? 1 : 0;
                item = false;
            }
        }
        boolean single = query.items == 1 && nulls == 1;
        if (nulls >= 2 || single || (numbers >= 3 && numbers == query.items)) {
            signs.add(InjectionSign.UNION_OF_NOTHING);
        } else if (values > 0) {
            signs.add(InjectionSign.UNION_OF_CONSTANTS);
        }
    }

    private void ordinals() {
        for (int i = 0; i < tokens.size(); i++) {
            boolean orders = tokens.is(i, Word.BY) && tokens.is(i - 1, Word.ORDER) && places.place(i) == Place.ORDER;
            if (orders && beyond(places.query(i), tokens.number(i + 1))) {
                signs.add(InjectionSign.ORDINAL_BEYOND_COLUMNS);
            }
        }
    }

    private boolean beyond(Query query, long ordinal) {
        boolean known = query.countable && tokens.is(query.begin, Word.SELECT);
        return ordinal > (known ? query.items : MOST_COLUMNS);
    }
}
