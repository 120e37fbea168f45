package com.footstone.audit.bench;

import java.util.Properties;

import org.junit.jupiter.api.Test;

import com.footstone.audit.bench.BenchSettings.Section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BenchSettingsTest {

    private final Properties properties = new Properties();

    BenchSettingsTest() {
        properties.setProperty("bench.folder", "folder");
        properties.setProperty("bench.server.home", "server");
        properties.setProperty("bench.naive.folder", "naive");
    }

    @Test
    void whatIsEmptyIsAsIfItWereNotSet() {
        properties.setProperty("bench.events", "");
        properties.setProperty("bench.only", "");

        BenchSettings settings = BenchSettings.from(properties);

        assertThat(settings.events()).isEqualTo(2_000_000);
        assertThat(settings.rounds()).isEqualTo(5);
        assertThat(settings.rowsFew()).isEqualTo(1_000_000);
        assertThat(settings.rowsMany()).isEqualTo(100_000_000);
        assertThat(settings.sections()).containsExactlyInAnyOrder(Section.values());
        assertThat(settings.contenders()).containsExactlyInAnyOrder("floor", "naive", "product");
    }

    @Test
    void partsAreChosenByName() {
        properties.setProperty("bench.only", "contest, jmh");

        assertThat(BenchSettings.from(properties).sections()).containsExactlyInAnyOrder(Section.CONTEST, Section.JMH);
    }

    @Test
    void aPartThatIsNoneIsNamed() {
        properties.setProperty("bench.only", "contest,speed");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchSettings.from(properties))
                .withMessageContaining("bench.only=speed");
    }

    @Test
    void aCountThatIsNoneIsNamed() {
        properties.setProperty("bench.rounds", "0");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchSettings.from(properties))
                .withMessageContaining("bench.rounds=0");
    }
}
