package com.footstone.audit.analysis.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a name, whichever way it is spelled: {@code card_no}, {@code cardNo}, {@code CARD-NO} and {@code CardNO}. */
public final class NameParts {

    private NameParts() {}

    /** The words in small letters, in their order. Digits after letters are a word of their own. */
    public static List<String> of(String name) {
        List<String> parts = new ArrayList<>(4);
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean end = i == name.length() || !Character.isLetterOrDigit(name.charAt(i));
            if (end || (i > from && begins(name, i))) {
                if (i > from) {
                    parts.add(name.substring(from, i).toLowerCase(Locale.ROOT));
                }
                from = end ? i + 1 : i;
            }
        }
        return parts;
    }

    private static boolean begins(String name, int index) {
        char before = name.charAt(index - 1);
        char c = name.charAt(index);
        if (Character.isDigit(c) != Character.isDigit(before)) {
            return true;
        }
        if (!Character.isUpperCase(c)) {
            return false;
        }
        // The N of IBANNumber begins a word, the B of IBAN does not.
        boolean lowerFollows = index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
        return Character.isLowerCase(before) || lowerFollows;
    }
}
