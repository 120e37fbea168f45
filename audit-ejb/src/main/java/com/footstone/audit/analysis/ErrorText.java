package com.footstone.audit.analysis;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Redacts a database's error text so that it still says what went wrong.
 *
 * <p>Error texts quote both names from the catalogue and values from the statement, and escape neither. So:
 * <ul>
 *   <li>What is in quotes is kept if a noun of the catalogue (constraint, table …) stands before it and it looks like a
 *       name. The first quote without such a noun hides everything up to the last quote of its kind, for the value may
 *       contain quotes; only a name with its noun at the very end is kept ({@code Duplicate entry … for key 'x'}).
 *   <li>What is in parentheses is hidden up to the last closing one, save a list of names before {@code =(}, and a name
 *       after a noun.
 *   <li>Numbers are hidden, save those of error codes and short ones within words; so are words with an {@code @}.
 *   <li>Statements that databases and drivers quote are hidden.
 * </ul>
 */
final class ErrorText {

    private static final String PART = "[\\p{L}_][\\p{L}\\p{N}_$#]*";
    private static final String NAME = PART + "(?:\\." + PART + "){0,3}";
    private static final Pattern LOOKS_LIKE_NAME = Pattern.compile(NAME);
    private static final Pattern NAMES_BEFORE_VALUES = Pattern.compile("\\(" + NAME + "(?:, " + NAME + ")*\\)(?==\\()");
    private static final Pattern NAME_IN_PARENTHESES = Pattern.compile("\\(" + NAME + "\\)");
    private static final Pattern WORD = Pattern.compile("[^\\s'\"`«“‘„(),;]+");
    /** No number of a user goes on behind a code: of a card, a telephone, an address. */
    private static final String CODE_ENDS = "(?![\\w.%@-]|\\s?\\d|,(?! ?(?:SQL ?)?State\\b))";

    /** Codes in the forms in which databases and drivers write theirs; other numbers behind such words may be data. */
    private static final Pattern ERROR_CODE =
            Pattern.compile("(?:ORA|TNS|PLS|DRG|KUP|LPX|UCP|DPY|DPI|NJS)-\\d{3,5}(?![\\w@-])"
                    + "|(?i:SQL ?STATE)\\W{0,3}\\b[0-9A-Z]{5}(?![\\w@-])"
                    + "|(?i:SQL Error|Error Number|error code|errno|vendor code)[ :=#\\[]{1,3}\\d{1,5}"
                    + CODE_ENDS
                    + "|Msg \\d{1,5}(?=, Level)"
                    + "|E(?:RROR|rror) \\d{4}(?= \\([0-9A-Z]{5}\\))"
                    + "|(?<![^\\n])E(?:RROR|rror) \\d{4}(?=: )");

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,}");

    /** Where databases and drivers begin to quote the statement. */
    private static final Pattern STATEMENT =
            Pattern.compile("(?i)\\b(?:STATEMENT:|QUERY:|SQL statement\\b)|(?<=\\bLINE )\\d+:|(?<=\\bnear )['\"]");

    private static final String BATCH_ENTRY = "Batch entry ";
    private static final String BATCH_END = " was aborted";

    /** After these a name of the catalogue follows. Users are not among them. */
    private static final Set<String> NOUNS = Set.of(
            "constraint",
            "index",
            "key",
            "table",
            "relation",
            "view",
            "column",
            "schema",
            "sequence",
            "trigger",
            "object",
            "database",
            "procedure",
            "function",
            "type");

    private static final String OPENINGS = "'\"`«“‘„";
    private static final String CLOSINGS = "'\"`»”’“";

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int position;

    private ErrorText(String text) {
        this.text = text;
    }

    /** The text without what may be data, at most {@code max} characters of it; empty for null. */
    static String redact(String message, int max) {
        if (message == null) {
            return "";
        }
        // Twice the bound suffices to fill it: drivers quote statements of megabytes.
        String head = message.substring(0, Math.min(message.length(), 2 * max));
        ErrorText error = new ErrorText(withoutStatement(head));
        error.redact();
        StringBuilder clean = new StringBuilder();
        Characters.appendClean(clean, error.out, 0, error.out.length());
        return clean.length() > max || head.length() < message.length() ? Bounds.cut(clean, max) : clean.toString();
    }

    private static String withoutStatement(String message) {
        String text = message;
        int batch = text.indexOf(BATCH_ENTRY);
        if (batch >= 0) {
            int end = text.lastIndexOf(BATCH_END);
            String tail = end > batch ? text.substring(end) : "";
            text = text.substring(0, batch) + BATCH_ENTRY + "?" + tail;
        }
        Matcher statement = STATEMENT.matcher(text);
        if (!statement.find()) {
            return text;
        }
        boolean word = Character.isLetter(statement.group().charAt(0));
        return word ? text.substring(0, statement.end()) + " ?" : text.substring(0, statement.start()) + "?";
    }

    private void redact() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (OPENINGS.indexOf(c) >= 0 && !isApostrophe(c)) {
                quoted(c, CLOSINGS.charAt(OPENINGS.indexOf(c)));
            } else if (c == '(') {
                parentheses();
            } else if (Character.isLetterOrDigit(c)) {
                word();
            } else {
                out.append(c);
                position++;
            }
        }
    }

    private boolean isApostrophe(char c) {
        return c == '\'' && position > 0 && Character.isLetter(text.charAt(position - 1));
    }

    private void quoted(char opening, char closing) {
        int end = text.indexOf(closing, position + 1);
        if (end < 0) {
            hideTo(text.length());
        } else if (isCatalogueName(position, end)) {
            keepTo(end + 1);
        } else {
            int last = text.lastIndexOf(closing);
            int lastOpening = text.lastIndexOf(opening, last - 1);
            boolean nameAtEnd = lastOpening > end && isCatalogueName(lastOpening, last);
            hideTo(nameAtEnd ? text.lastIndexOf(closing, lastOpening - 1) + 1 : last + 1);
        }
    }

    private boolean isCatalogueName(int opening, int end) {
        boolean name = LOOKS_LIKE_NAME.matcher(text.substring(opening + 1, end)).matches();
        boolean closes = end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1));
        return name && closes && nounBefore(opening);
    }

    private boolean nounBefore(int end) {
        int to = end;
        while (to > 0 && text.charAt(to - 1) == ' ') {
            to--;
        }
        int from = to;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return NOUNS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private void parentheses() {
        Matcher names = NAMES_BEFORE_VALUES.matcher(text).region(position, text.length());
        names.useTransparentBounds(true);
        Matcher name = NAME_IN_PARENTHESES.matcher(text).region(position, text.length());
        if (names.lookingAt() && nounBefore(position)) {
            keepTo(names.end());
        } else if (name.lookingAt() && nounBefore(position)) {
            keepTo(name.end());
        } else {
            int last = text.lastIndexOf(')');
            out.append('(');
            hideTo(last > position ? last : text.length());
        }
    }

    private void word() {
        Matcher code = ERROR_CODE.matcher(text).region(position, text.length()).useTransparentBounds(true);
        Matcher word = WORD.matcher(text).region(position, text.length());
        if (code.lookingAt()) {
            keepTo(code.end());
        } else if (word.lookingAt() && isData(word.group())) {
            hideTo(word.end());
        } else {
            keepTo(word.end());
        }
    }

    private static boolean isData(String word) {
        return Character.isDigit(word.charAt(0))
                || word.indexOf('@') >= 0
                || LONG_NUMBER.matcher(word).find();
    }

    private void keepTo(int end) {
        out.append(text, position, end);
        position = end;
    }

    private void hideTo(int end) {
        out.append('?');
        position = end;
    }
}
