package com.footstone.audit.checking.injection;

import java.io.IOException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.footstone.audit.MeasuredPage;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/injection.md} against what the rule finds; {@code -Dupdate.docs=true} rewrites the tables. */
class InjectionFiguresTest {

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
        new MeasuredPage("injection.md").mustTell(InjectionPage.of(tuned, heldOut, shop));
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
