package com.footstone.audit.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the README tells its reader to type. */
record ReadMe(List<String> commands) {

    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    static ReadMe of(Path repository) {
        return of(repository, "README.md");
    }

    /** What another page tells. */
    static ReadMe of(Path repository, String page) {
        try {
            String text = Files.readString(repository.resolve(page));
            return new ReadMe(SHELL.matcher(text)
                    .results()
                    .map((MatchResult block) -> block.group(1).strip())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The page cannot be read", e);
        }
    }

    /** The one block that has a word in it. */
    String blockWith(String word) {
        List<String> found =
                commands.stream().filter(block -> block.contains(word)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException("The page has " + found.size() + " blocks with " + word);
        }
        return found.get(0);
    }
}
