package com.footstone.audit.model;

import java.util.Locale;
import java.util.Objects;

/**
 * Something in the text of a statement that injected input brings about and that applications seldom write. One alone may
 * have an honest cause; a rule weighs them together.
 */
public enum InjectionSign {
    CONSTANT_ALTERNATIVE("a condition without columns, behind OR"),
    CONSTANT_CONDITION("a condition without columns beside others"),
    RANDOM_COMPARISON("a comparison of numbers or strings with one another, as scanners write it"),
    CONSTANT_CHOICE("a choice by a condition without columns"),
    DIVISION_BY_ZERO("a division by zero on purpose"),
    COMMENT_CUTS_LITERAL("a comment that cuts a literal in two"),
    COMMENT_CUTS_CODE("a comment in whose text the statement would go on"),
    COMMENT_ENDS_TEXT("an empty comment, or one that touches code, at the end"),
    BRACKETS_LEFT_OPEN("brackets that do not pair, and a comment at the end"),
    UNPAIRED_QUOTE("a quote without its other half"),
    COMMENTS_FOR_BLANKS("comments in place of blanks"),
    EXECUTABLE_COMMENT("keywords in a comment that one database runs"),
    MIXED_CASE("keywords in a mixture of small and capital letters"),
    ODD_BLANKS("control characters in place of blanks"),
    STRING_BY_CODES("a string put together from the codes of its letters"),
    TEXT_IN_HEX("a string written in hexadecimal"),
    UNION_OF_NOTHING("a UNION with a row of NULLs, or of three or more counting numbers"),
    UNION_OF_CONSTANTS("a UNION with a row of constants"),
    UNION_REFUSED("a UNION that databases refuse, for its place or its number of columns"),
    ORDINAL_BEYOND_COLUMNS("an ORDER BY of a column beyond the last"),
    CATALOGUE_BESIDE_DATA("a look into the catalogue from within a query of other tables"),
    SERVER_FACTS("a question for version, user or name of the database beside data"),
    WAIT_WITHIN("a call that waits, within another statement"),
    HEAVY_LOAD("a query made to take long"),
    ERROR_FUNCTION("a function called so that its error message shows data"),
    NUMBER_OF_QUERY("a number compared with a query or a fact of the server made a number"),
    GUESS_BY_LETTER("letters of a query's answer compared one at a time"),
    OUT_OF_BAND("a call to another machine or file, within another statement"),
    STACKED_COMMAND("a definition, a grant, a call, COPY, LOAD or KILL behind a query on the same line"),
    STACKED_CHANGE("a change of data behind a query on the same line");

    private final String meaning;

    InjectionSign(String meaning) {
        this.meaning = Objects.requireNonNull(meaning, "meaning is null");
    }

    /** What it is, in a few words for people. */
    public String meaning() {
        return meaning;
    }

    /** How findings name it: small letters and hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
