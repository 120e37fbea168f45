package com.footstone.audit.analysis.name;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamePartsTest {

    @ParameterizedTest
    @CsvSource({
        "card_no, card no",
        "cardNumber, card number",
        "CARD-NUMBER, card number",
        "CardNO, card no",
        "IBANNumber, iban number",
        "card.no, card no",
        "discard_nothing, discard nothing",
        "address2, address 2",
        "cvv2code, cvv 2 code",
        "__x__, x",
        "straße_nr, straße nr"
    })
    void cutsNamesIntoWords(String name, String words) {
        assertThat(String.join(" ", NameParts.of(name))).isEqualTo(words);
    }
}
