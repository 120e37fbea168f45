package com.footstone.audit.analysis;

import java.util.Set;

import com.footstone.audit.analysis.CodeTokens.Comment;
import com.footstone.audit.model.InjectionSign;

/** Signs in comments: what they cut off, and what they stand in for. */
final class CommentSigns {

    private static final NameSet REST = NameSet.of(
            "and",
            "or",
            "order",
            "limit",
            "group",
            "where",
            "from",
            "set",
            "values",
            "asc",
            "desc",
            "offset",
            "fetch",
            "having",
            "union",
            "like",
            "between",
            "returning",
            "for",
            "is",
            "in");

    private static final NameSet CODE =
            NameSet.of("union", "select", "or", "and", "where", "from", "sleep", "order", "having", "all", "xor");

    private final CodeTokens tokens;
    private final Places places;
    private final CharSequence text;
    private final Set<InjectionSign> signs;
    private int gluedComments;

    CommentSigns(CodeTokens tokens, Places places, Set<InjectionSign> signs) {
        this.tokens = tokens;
        this.places = places;
        this.text = tokens.text();
        this.signs = signs;
    }

    void read() {
        for (Comment comment : tokens.comments()) {
            comment(comment);
        }
        if (gluedComments > 0) {
            signs.add(InjectionSign.COMMENTS_FOR_BLANKS);
        }
        int last = tokens.size() - 1;
        if (tokens.is(last, TokenKind.OPAQUE)) {
            opaque(tokens.start(last));
        }
    }

    /** The rest of the text, after a comment with a quote that does not pair, or after a stray quote. */
    private void opaque(int start) {
        int content = content(start);
        if (content == start) {
            if (text.charAt(start) != '/' || start + 1 >= text.length() || text.charAt(start + 1) != '*') {
                signs.add(InjectionSign.UNPAIRED_QUOTE);
            }
            return;
        }
        int end = Quotes.line(text, start);
        for (int i = content; i < end; i++) {
            char c = text.charAt(i);
            if ((c == '\'' || c == '"') && goesOnAsCode(i + 1, end)) {
                signs.add(InjectionSign.COMMENT_CUTS_LITERAL);
                return;
            }
        }
    }

    /** Whether what follows a quote is what follows a literal in code, rather than words of a note. */
    private boolean goesOnAsCode(int from, int end) {
        int i = skipSpace(from, end);
        if (i >= end) {
            return true;
        }
        char c = text.charAt(i);
        return c == ')' || c == ',' || c == ';' || c == '|' || c == '+' || isRest(i, end);
    }

    private boolean isRest(int from, int end) {
        int to = from;
        while (to < end && Characters.continuesWord(text.charAt(to))) {
            to++;
        }
        return REST.has(text, from, to);
    }

    private void comment(Comment comment) {
        char first = text.charAt(comment.start());
        if (first == '*') {
            return;
        }
        if (first == '/') {
            block(comment);
        } else {
            line(comment);
        }
    }

    private void block(Comment comment) {
        int mark = comment.start() + 2;
        char third = mark < text.length() ? text.charAt(mark) : 0;
        boolean executable = third == '!' || (third == 'M' && mark + 1 < text.length() && text.charAt(mark + 1) == '!');
        if (executable) {
            executable(comment);
            return;
        }
        if (third == '+') {
            return;
        }
        boolean closed = comment.end() - comment.start() >= 4
                && text.charAt(comment.end() - 1) == '/'
                && text.charAt(comment.end() - 2) == '*';
        if (!closed && onCodeLine(comment.start())) {
            signs.add(InjectionSign.COMMENT_CUTS_CODE);
        } else if (closed && isGlued(comment)) {
            gluedComments++;
        }
    }

    /** Whether it stands between a keyword and what comes next, and both touch it. */
    private boolean isGlued(Comment comment) {
        int next = comment.before();
        boolean touches = next > 0
                && next < tokens.size()
                && tokens.end(next - 1) == comment.start()
                && tokens.start(next) == comment.end();
        return touches && (tokens.word(next - 1) != null || tokens.word(next) != null);
    }

    private void executable(Comment comment) {
        boolean inside = comment.before() > 0 && comment.before() > places.begin(0);
        if (inside && tokens.dialect() == Dialect.MYSQL) {
            if (tokens.isOf(comment.before(), CODE)) {
                signs.add(InjectionSign.EXECUTABLE_COMMENT);
            }
        } else if (inside && holdsCode(comment)) {
            signs.add(InjectionSign.EXECUTABLE_COMMENT);
        }
    }

    private boolean holdsCode(Comment comment) {
        int i = comment.start() + 3;
        while (i < comment.end() && (Characters.isDigit(text.charAt(i)) || Characters.isSpace(text.charAt(i)))) {
            i++;
        }
        int to = i;
        while (to < comment.end() && Characters.continuesWord(text.charAt(to))) {
            to++;
        }
        return CODE.has(text, i, to);
    }

    private void line(Comment comment) {
        boolean last = comment.before() == tokens.size();
        if (comment.before() == 0 || !onCodeLine(comment.start())) {
            return;
        }
        int content = skipSpace(content(comment.start()), comment.end());
        boolean touches = tokens.end(comment.before() - 1) == comment.start();
        if (last && (content >= comment.end() || touches)) {
            signs.add(InjectionSign.COMMENT_ENDS_TEXT);
        } else if (!last && touches && tokens.word(comment.before() - 1) != null) {
            gluedComments++;
        }
        // Elsewhere it is rather a line that somebody took out for a while.
        if (last && content < comment.end() && goesOn(content, comment.end())) {
            signs.add(InjectionSign.COMMENT_CUTS_CODE);
        }
        if (last && !places.paired()) {
            signs.add(InjectionSign.BRACKETS_LEFT_OPEN);
        }
    }

    /** Whether a comment says what a statement would go on with. */
    private boolean goesOn(int from, int end) {
        char c = text.charAt(from);
        return c == ')'
                || c == ','
                || c == ';'
                || c == '\''
                || c == '"'
                || c == '%'
                || (isRest(from, end) && isCode(from, end));
    }

    /** Whether there is an operator or a number in it, or a keyword is all there is. */
    private boolean isCode(int from, int end) {
        boolean blank = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '=' || c == '<' || c == '>' || c == '(' || c == '?' || c == '\'' || Characters.isDigit(c)) {
                return true;
            }
            blank |= Characters.isSpace(c);
        }
        return !blank;
    }

    /** Where the text of a comment begins; the given position if no comment begins there. */
    private int content(int start) {
        char first = text.charAt(start);
        char second = start + 1 < text.length() ? text.charAt(start + 1) : 0;
        return first == '#' ? start + 1 : first == '-' && second == '-' ? start + 2 : start;
    }

    private boolean onCodeLine(int start) {
        for (int i = start - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return false;
            }
            if (!Characters.isSpace(c)) {
                return true;
            }
        }
        return false;
    }

    private int skipSpace(int from, int end) {
        int i = from;
        while (i < end && Characters.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
