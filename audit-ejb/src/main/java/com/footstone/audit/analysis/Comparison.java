package com.footstone.audit.analysis;

import com.footstone.audit.model.Conversion;

/**
 * A column in a condition. What it is compared with decides whether the database has to convert it, and that may be
 * a literal, which executions of one statement do not share.
 *
 * @param origin the column
 * @param type of its values
 * @param written the column as the text has it, with the qualifier right before it if there is one, in small letters
 */
record Comparison(Origin origin, ColumnType type, String written) {

    /** The same where the column may be another of its name: HAVING means what is selected under it first. */
    Comparison ofUnknownType() {
        return new Comparison(origin, ColumnType.OTHER, written);
    }

    /** What comparing the column with a value of another type makes the database do; null if it converts the value. */
    Conversion with(ColumnType other, Dialect dialect) {
        return type.isConverted(other, dialect)
                ? new Conversion(origin.table(), origin.column(), type.text(), other.text())
                : null;
    }
}
