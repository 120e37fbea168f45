package com.footstone.audit.checking.injection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/injection.md} against what the rule finds; {@code -Dupdate.docs=true} rewrites the tables. */
class InjectionFiguresTest {

    private static final Path PAGE = Path.of("..", "docs", "injection.md");
    private static final String BEGIN = "<!-- figures -->\n";
    private static final String END = "<!-- end of figures -->\n";

    private static InjectionFigures tuned;
    private static InjectionFigures heldOut;
    private static InjectionFigures shop;

    @BeforeAll
    static void count() {
        tuned = InjectionFigures.of(new CorpusFiles("tuned"));
        heldOut = InjectionFigures.of(new CorpusFiles("held-out"));
        shop = InjectionFigures.ofClean(new CorpusFiles("shop"), Database.POSTGRESQL);
    }

    @Test
    void thePageHasTheFigures() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String expected = page.substring(0, begin) + InjectionPage.of(tuned, heldOut, shop) + page.substring(end);
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE).content().isEqualTo(expected);
    }

    @Test
    void noCleanStatementOfTheDemoApplicationIsCalledAnInjection() {
        assertThat(shop.alarms()).isEmpty();
    }

    @Test
    void whatWasTunedForRaisesNoCriticalFindingWhereItIsClean() {
        assertThat(tuned.clean().values())
                .allSatisfy(tally -> assertThat(tally.critical()).isZero());
    }
}
