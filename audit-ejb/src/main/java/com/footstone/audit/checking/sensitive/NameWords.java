package com.footstone.audit.checking.sensitive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.footstone.audit.analysis.name.NameParts;

/**
 * Tells by its words what a name stands for. The last words decide, as they do in English: a {@code card_number} is a
 * number of a card, an {@code email_sent_at} is a time, a {@code token_count} a count.
 */
final class NameWords {

    /** So long a phrase may also end a word: databases fold {@code customerCardNumber} to one word in small letters. */
    private static final int LONG_PHRASE = 8;

    private final Map<String, Set<Tag>> phrases = new HashMap<>();
    private final Set<String> flagWords = new HashSet<>();
    private final Set<String> formWords = new HashSet<>();

    /** Adds a phrase, or says anew what is known of it. */
    void add(String phrase, Set<Tag> tags) {
        phrases.put(phrase.replace(" ", ""), tags);
    }

    void addFlagWord(String word) {
        flagWords.add(word);
    }

    void addFormWord(String word) {
        formWords.add(word);
    }

    /** The tags of the longest phrase that ends the name; empty if none does, or if it is not sensitive. */
    Set<Tag> tags(String name) {
        List<String> parts = NameParts.of(name);
        if (parts.isEmpty() || (parts.size() > 1 && flagWords.contains(parts.get(0)))) {
            return Set.of();
        }
        for (int end = parts.size(); end > 0; end--) {
            Set<Tag> tags = tags(parts.subList(0, end));
            if (tags != null) {
                return tags;
            }
            if (!isForm(parts.get(end - 1))) {
                break;
            }
        }
        return Set.of();
    }

    private boolean isForm(String part) {
        return formWords.contains(part) || Character.isDigit(part.charAt(0));
    }

    private Set<Tag> tags(List<String> parts) {
        for (int from = 0; from < parts.size(); from++) {
            Set<Tag> tags = phrase(String.join("", parts.subList(from, parts.size())));
            if (tags != null) {
                return tags;
            }
        }
        String last = parts.get(parts.size() - 1);
        for (int from = 1; from <= last.length() - LONG_PHRASE; from++) {
            Set<Tag> tags = phrase(last.substring(from));
            if (tags != null) {
                return tags;
            }
        }
        return null;
    }

    private Set<Tag> phrase(String text) {
        Set<Tag> tags = phrases.get(text);
        boolean plural = tags == null && text.endsWith("s");
        return plural ? phrases.get(text.substring(0, text.length() - 1)) : tags;
    }
}
