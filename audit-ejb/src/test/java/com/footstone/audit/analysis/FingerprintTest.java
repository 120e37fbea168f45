package com.footstone.audit.analysis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTest {

    private final TextReader reader = new TextReader(AnalysisSettings.defaults());

    /** Stored findings refer to statements by fingerprint: one that changes makes every known statement new. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT 1 | e1c71d1661ae46e09b7aaec1c390957f",
                "SELECT o.id FROM orders o WHERE o.status = 'open' AND o.id IN (1, 2) LIMIT 5 | 0617dd70dfb45c1b948dfc7e2a25b513",
                "INSERT INTO \"Orders\" (a, b) VALUES (1, NULL), (2, 'x') | 7dfea0c0ff2b12dae52fdb9f20e15fdd",
                "UPDATE konten SET größe = größe - 1.5 WHERE id = $1 | 820d3ae290e88ec9fceb6bbd80f0be38"
            })
    void doesNotChangeBetweenVersions(String sql, String fingerprint) {
        assertThat(reader.read(sql, Dialect.POSTGRESQL).fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void isTheBeginningOfASha256() {
        // printf 'select ?' | sha256sum
        assertThat(Fingerprint.of("select ?")).isEqualTo("e1c71d1661ae46e09b7aaec1c390957f");
    }

    @Test
    void readsTextsOfAnyLength() {
        String text = "é€😀".repeat(100_000);
        assertThat(Fingerprint.of(text)).hasSize(32).isNotEqualTo(Fingerprint.of(text + "x"));
    }
}
