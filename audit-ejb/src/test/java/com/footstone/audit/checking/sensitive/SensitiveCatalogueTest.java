package com.footstone.audit.checking.sensitive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.config.ConfigurationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SensitiveCatalogueTest {

    private static final String KEY = "checker.sensitiveColumn.catalogue";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "email, contact",
        "customer_email, contact",
        "customerEmail, contact",
        "EMAIL-1, contact",
        "emails, contact",
        "phone2, contact",
        "homePhone, contact",
        "card_no, payment",
        "cardNumber, payment",
        "CARD-NUMBER, payment",
        "cardnumber, payment",
        "customercardnumber, payment",
        "cvv2, payment",
        "rolpassword, credentials",
        "password_hash, credentials",
        "pwd, credentials",
        "refreshToken, credentials",
        "date_of_birth, personal",
        "patient_ssn, identity",
        "blood_type, health"
    })
    void knowsSensitiveColumnsByTheirWords(String column, String tags) {
        assertThat(Tag.names(SensitiveCatalogue.shipped().ofColumn("t", column)))
                .isEqualTo(tags);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "discard_nothing",
                "email_sent_at",
                "email_verified",
                "is_email",
                "email_id",
                "address_id",
                "ip_address",
                "token_count",
                "token",
                "next_page_token",
                "card_type",
                "phone_type",
                "microphone",
                "password_changed_at",
                "has_password",
                "name",
                "product_name",
                "primary_key",
                "wildcard",
                "pan",
                "description",
                "status",
                "secretary",
                "author"
            })
    void doesNotTakeOrdinaryColumnsForSensitive(String column) {
        assertThat(SensitiveCatalogue.shipped().ofColumn("t", column)).isEmpty();
    }

    @Test
    void everyColumnButKeysIsSensitiveInASensitiveTable() {
        SensitiveCatalogue catalogue = SensitiveCatalogue.shipped();

        assertThat(catalogue.ofColumn("clinic.patients", "note")).containsExactly(Tag.HEALTH);
        assertThat(catalogue.ofColumn("clinic.patients", "ward_id")).isEmpty();
        assertThat(catalogue.ofRow("patients")).containsExactly(Tag.HEALTH);
        assertThat(catalogue.ofRow("orders")).isEmpty();
    }

    @Test
    void aFileAddsAndTakesBack() throws IOException {
        SensitiveCatalogue catalogue = with("""
                # ours
                [column names]
                loyalty number = personal
                email = none

                [columns]
                shop.customer.notes = health, personal
                legacy*.password = none

                [tables]
                hr.* = confidential
                """);

        assertThat(catalogue.ofColumn("t", "loyaltyNumber")).containsExactly(Tag.PERSONAL);
        assertThat(catalogue.ofColumn("t", "email")).isEmpty();
        assertThat(catalogue.ofColumn("shop.customer", "NOTES")).containsExactlyInAnyOrder(Tag.HEALTH, Tag.PERSONAL);
        assertThat(catalogue.ofColumn("customer", "notes")).isNotEmpty();
        assertThat(catalogue.ofColumn("bank.customer", "notes")).isEmpty();
        assertThat(catalogue.ofColumn("legacy_user", "password")).isEmpty();
        assertThat(catalogue.ofColumn("user", "password")).isNotEmpty();
        assertThat(catalogue.ofColumn("hr.review", "points")).containsExactly(Tag.CONFIDENTIAL);
        assertThat(catalogue.ofRow("shop.customer")).containsExactlyInAnyOrder(Tag.HEALTH, Tag.PERSONAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email = contact | line 1: 'email = contact' stands before the first heading",
                "[colums] | line 1: '[colums]' is no heading; use one of [column names]",
                "[columns];notes = health | line 2: 'notes' is no column; write table.column",
                "[columns];a.b = helth | line 2: 'helth' is no tag; use personal,",
                "[columns];a.b | line 2: 'a.b' has no tags",
                "[columns];;a.b = health;a.b = none | line 4: 'a.b' is there twice",
                "[column names];card_no = payment | line 2: 'card_no' is no name; write its words",
            })
    void aBadLineIsNamed(String text, String fault) {
        assertThatThrownBy(() -> with(text.replace(";", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(KEY + " names a catalogue that cannot be read: ")
                .hasMessageContaining(fault);
    }

    @Test
    void aMissingFileIsNamedByItsKey() {
        assertThatThrownBy(() ->
                        SensitiveCatalogue.extendedBy(folder.resolve("none.txt").toString(), KEY))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(KEY + " names a file that cannot be read");
    }

    private SensitiveCatalogue with(String text) throws IOException {
        Path file = folder.resolve("catalogue.txt");
        Files.writeString(file, text);
        return SensitiveCatalogue.extendedBy(file.toString(), KEY);
    }
}
