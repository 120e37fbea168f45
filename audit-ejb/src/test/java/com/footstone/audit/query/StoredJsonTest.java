package com.footstone.audit.query;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoredJsonTest {

    @Test
    void readsFindingsAndPassesOverWhatALaterVersionAdds() throws Exception {
        String text = """
                [{"rule": "SlowQuery", "severity": "HIGH", "later": {"a": [1]}, "confidence": 90,
                  "message": "It took long.", "evidence": {"durationMs": "1500"}}]""";

        assertThat(StoredJson.findings(text))
                .containsExactly(
                        new Finding("SlowQuery", Severity.HIGH, 90, "It took long.", Map.of("durationMs", "1500")));
    }

    @Test
    void readsRiskParts() throws Exception {
        assertThat(StoredJson.riskParts("[{\"name\": \"severity\", \"points\": 80, \"why\": null}]"))
                .containsExactly(new RiskScore.Part("severity", 80));
    }

    @Test
    void readsNothing() throws Exception {
        assertThat(StoredJson.findings("[]")).isEmpty();
        assertThat(StoredJson.texts("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "secret",
                "[{\"rule\": \"secret\"",
                "[{\"rule\": \"secret\", \"severity\": \"HIGH\"}]",
                "[{\"rule\": \"secret\", \"severity\": \"SOON\", \"confidence\": 1, \"message\": \"m\"}]"
            })
    void refusesOtherShapesWithoutRepeatingThem(String text) {
        assertThatThrownBy(() -> StoredJson.findings(text))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("a column of JSON is not of a known shape");
    }
}
