package com.footstone.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of {@code docs/} of which one part tells what a test has measured, between marks. {@code -Dupdate.docs=true}
 * rewrites that part.
 *
 * @param name the page's file
 */
public record MeasuredPage(String name) {

    private static final String BEGIN = "<!-- measured -->\n";
    private static final String END = "<!-- end of measured -->\n";

    /** Holds the page against what was measured. */
    public void mustTell(String measured) throws IOException {
        Path file = Path.of("..", "docs", name);
        String page = Files.readString(file);
        String expected =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + measured + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(file, expected);
        }
        assertThat(file).content().isEqualTo(expected);
    }
}
