package com.footstone.audit.analysis.literal;

import java.util.EnumMap;
import java.util.Map;

import com.footstone.audit.analysis.literal.Secrets.Found;
import com.footstone.audit.model.LiteralKind;

/**
 * Goes through the literals of a text, each once, and counts what it recognises. Time is linear in their length; a literal
 * in which nothing looks like anything costs a look at each character. Keeps kinds and counts, never a value. Not for use by
 * several threads.
 */
public final class LiteralScan {

    /** Characters of the shortest literal that can be anything that is looked for. */
    public static final int SHORTEST = 6;

    private static final int SHORTEST_NUMBER = 9;

    private Map<LiteralKind, Integer> counts = Map.of();
    /** Null as long as there was no need for it. */
    private Digits digits;

    private CharSequence text;
    private int from;
    private int to;
    private Named named;
    /** Whether only a name beside it can make a number anything. */
    private boolean bare;

    /**
     * Looks through a string, without or with its quotes.
     *
     * @param named knows the name that the value belongs to, such as a column's
     */
    public void string(CharSequence text, int from, int to, Named named) {
        if (to - from < SHORTEST) {
            return;
        }
        begin(text, from, to, named, false);
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            i = Ascii.isAlphanumeric(c) ? run(i) : sign(c, i);
        }
    }

    /** Looks at a number without quotes: it is taken for nothing unless its name says what it is. */
    public void number(CharSequence text, int from, int to, Named named) {
        if (to - from < SHORTEST_NUMBER || Ascii.runEnd(text, from, to) != to) {
            return;
        }
        begin(text, from, to, named, true);
        run(from);
    }

    /** How often each kind was recognised; what was not is absent. */
    public Map<LiteralKind, Integer> counts() {
        return counts;
    }

    private void begin(CharSequence newText, int newFrom, int newTo, Named newNamed, boolean number) {
        text = newText;
        from = newFrom;
        to = newTo;
        named = newNamed;
        bare = number;
    }

    private Digits digits() {
        if (digits == null) {
            digits = new Digits();
        }
        return digits;
    }

    private int sign(char c, int i) {
        if (c == '@') {
            return found(LiteralKind.EMAIL, EmailAddress.end(text, from, i, to), i + 1);
        }
        if (c == '+' && mayBegin(i)) {
            int end = PhoneNumber.end(text, i, to);
            return end > 0 && isLikely(LiteralKind.PHONE, i) ? found(LiteralKind.PHONE, end, i + 1) : i + 1;
        }
        if (c == '-' && Secrets.isPrivateKey(text, i, to)) {
            return found(LiteralKind.PRIVATE_KEY, to, to);
        }
        return i + 1;
    }

    /** Looks at a run of letters and digits, and at what may go on behind a separator; answers where to go on. */
    private int run(int start) {
        int end = start;
        int digitCount = 0;
        while (end < to && Ascii.isAlphanumeric(text.charAt(end))) {
            digitCount += Ascii.isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        if (!mayBegin(start)) {
            return end;
        }
        int after = digitCount == end - start ? ofDigits(start, end) : ofLetters(start, end, digitCount);
        return Math.max(after, end);
    }

    private int ofLetters(int start, int end, int digitCount) {
        Found secret = Secrets.at(text, start, to);
        if (secret != null) {
            return found(secret.kind(), secret.end(), end);
        }
        if (digitCount < 2) {
            return end;
        }
        int iban = Iban.end(text, start, to);
        if (iban > 0 && mayEnd(iban)) {
            return found(LiteralKind.IBAN, iban, end);
        }
        if (!mayEnd(end)) {
            return end;
        }
        if (LetteredNumber.isItalian(text, start, end)) {
            return found(LiteralKind.FISCAL_CODE_IT, end, end);
        }
        if (LetteredNumber.isFinnish(text, start, end)) {
            return found(LiteralKind.PERSONAL_CODE_FI, end, end);
        }
        if (LetteredNumber.isSpanish(text, start, end) && isLikely(LiteralKind.DNI_ES, start)) {
            return found(LiteralKind.DNI_ES, end, end);
        }
        if (end - start == 15
                && LetteredNumber.isCorsican(text, start, end, digits())
                && isLikely(LiteralKind.NIR_FR, start)) {
            return found(LiteralKind.NIR_FR, end, end);
        }
        return end;
    }

    private int ofDigits(int start, int end) {
        if (end - start == 6) {
            int code = Ascii.runEnd(text, Math.min(to, end + 1), to);
            boolean finnish = end < to && mayEnd(code) && LetteredNumber.isFinnish(text, start, code);
            if (finnish) {
                return found(LiteralKind.PERSONAL_CODE_FI, code, end);
            }
        }
        // A long run is a number by itself, a short one the first group of one.
        int limit = end - start < SHORTEST_NUMBER ? to : end;
        if (!digits().read(text, start, limit) || digits.count() < SHORTEST_NUMBER || !mayEnd(digits.end())) {
            return belgian(start, end);
        }
        LiteralKind kind =
                NumberKinds.of(digits, candidate -> isNamed(candidate, start), () -> !bare && !speaksOfOthers(start));
        return kind == null ? belgian(start, end) : found(kind, digits.end(), end);
    }

    /** 85.07.30-033.28: the only one whose separators differ. */
    private int belgian(int start, int end) {
        int last = start + 15;
        boolean form = end - start == 2
                && last <= to
                && text.charAt(end) == '.'
                && text.charAt(start + 5) == '.'
                && text.charAt(start + 8) == '-'
                && text.charAt(start + 12) == '.'
                && mayEnd(last);
        if (!form) {
            return end;
        }
        digits().clear();
        for (int i = start; i < last; i++) {
            if (Ascii.isDigit(text.charAt(i))) {
                digits.add(text.charAt(i) - '0');
            }
        }
        boolean number = NationalNumber.isBelgian(digits);
        return number ? found(LiteralKind.NATIONAL_NUMBER_BE, last, end) : end;
    }

    private boolean isNamed(LiteralKind kind, int at) {
        return ValueName.hints(text, from, at, named, kind);
    }

    private boolean isLikely(LiteralKind kind, int at) {
        return !bare && (!speaksOfOthers(at) || isNamed(kind, at));
    }

    private boolean speaksOfOthers(int at) {
        return ValueName.speaksOfOthers(text, from, at, named);
    }

    /** What is a part of something longer, such as of a UUID, a path or a decimal, begins nothing. */
    private boolean mayBegin(int at) {
        char before = at > from ? text.charAt(at - 1) : ' ';
        return switch (before) {
            case '-', '.', '_', '@', '#', '/', '+', '&', '~' -> false;
            default -> before < 0x80 && !Ascii.isAlphanumeric(before);
        };
    }

    private boolean mayEnd(int at) {
        char next = at < to ? text.charAt(at) : ' ';
        char afterNext = at + 1 < to ? text.charAt(at + 1) : ' ';
        return switch (next) {
            case '_', '@', '#', '/', '=' -> false;
            case '-', '.', ':', '+' -> !Ascii.isAlphanumeric(afterNext);
            default -> next < 0x80 && !Ascii.isAlphanumeric(next);
        };
    }

    private int found(LiteralKind kind, int end, int otherwise) {
        if (end < 0) {
            return otherwise;
        }
        if (counts.isEmpty()) {
            counts = new EnumMap<>(LiteralKind.class);
        }
        counts.merge(kind, 1, Integer::sum);
        return end;
    }
}
