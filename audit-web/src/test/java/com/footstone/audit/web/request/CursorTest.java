package com.footstone.audit.web.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTest {

    private static final String PLACE = "2026-03-01T12:00:00.000001Z topic:0:42";
    private static final String QUESTION = "audits{rule=[SlowQuery]}";

    @Test
    void leadsBackToItsPlace() {
        assertThat(Cursor.place(Cursor.of(PLACE, QUESTION), QUESTION)).isEqualTo(PLACE);
    }

    @Test
    void isRefusedForAnotherQuestion() {
        String cursor = Cursor.of(PLACE, QUESTION);

        assertThatThrownBy(() -> Cursor.place(cursor, "findings{}"))
                .isInstanceOfSatisfying(InvalidParameterException.class, refusal -> assertThat(refusal.parameter())
                        .isEqualTo("cursor"));
    }

    @Test
    void isRefusedWithAnyCharacterAltered() {
        String cursor = Cursor.of(PLACE, QUESTION);

        // The last character of a length that is no multiple of four may hold bits that mean nothing.
        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String altered = cursor.substring(0, i) + other + cursor.substring(i + 1);

            assertThatThrownBy(() -> Cursor.place(altered, QUESTION)).isInstanceOf(InvalidParameterException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "AAAAAAAAAAA", "not base64!", "\u0000", "%00"})
    void isRefusedWhenItNeverWasOne(String text) {
        assertThatThrownBy(() -> Cursor.place(text, QUESTION)).isInstanceOf(InvalidParameterException.class);
    }
}
