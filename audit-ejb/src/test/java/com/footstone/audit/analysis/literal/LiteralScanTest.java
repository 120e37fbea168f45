package com.footstone.audit.analysis.literal;

import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.model.LiteralKind;

import static org.assertj.core.api.Assertions.assertThat;

class LiteralScanTest {

    @ParameterizedTest
    @EnumSource(LiteralKind.class)
    void findsEveryValueThatIsNamed(LiteralKind kind) {
        SensitiveValues values = new SensitiveValues(new Random(20_260_302));
        String name =
                kind == LiteralKind.PHONE ? "phone" : kind == LiteralKind.NATIONAL_NUMBER_BE ? "insz" : name(kind);
        for (int i = 0; i < 500; i++) {
            String value = values.of(kind);
            assertThat(scan("'" + value + "'", name)).as("%s", value).containsEntry(kind, 1);
        }
    }

    private static String name(LiteralKind kind) {
        return switch (kind) {
            case SSN_US -> "ssn";
            case PERSONAL_NUMBER_SE, BIRTH_NUMBER_NO -> "personnummer";
            case PESEL_PL -> "pesel";
            case BSN_NL -> "bsn";
            case TAX_ID_DE -> "steuerId";
            default -> "x";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Anna <anna@example.com>, bob@example.org' | EMAIL=2",
                "'{\"mail\":\"a.b+c@mail.example.co.uk\"}' | EMAIL=1",
                "'mailto:anna@example.com' | EMAIL=1",
                "'call +49 (0)30 1234567 now' | PHONE=1",
                "'4111 1111 1111 1111' | PAYMENT_CARD=1",
                "'4111-1111-1111-1111' | PAYMENT_CARD=1",
                "'3782 822463 10005' | PAYMENT_CARD=1",
                "'4111111111111111,5500000000000004' | PAYMENT_CARD=2",
                "'DE89 3704 0044 0532 0130 00' | IBAN=1",
                "'IBAN:gb82WEST12345698765432.' | IBAN=1",
                "'078-05-1121' | SSN_US=1",
                "'RSSMRA85T10A562S' | FISCAL_CODE_IT=1",
                "'12345678Z' | DNI_ES=1",
                "'x1234567l' | DNI_ES=1",
                "'131052-308T' | PERSONAL_CODE_FI=1",
                "'85.07.30-033.28' | NATIONAL_NUMBER_BE=1",
                "'2 55 08 14 168 025 38' | NIR_FR=1",
                "'811218-9876' | PERSONAL_NUMBER_SE=1",
                "'AKIAIOSFODNN7EXAMPLE' | ACCESS_KEY=1",
            })
    void finds(String literal, String counts) {
        assertThat(scan(literal, "x").toString()).isEqualTo("{" + counts + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'4111111111111112'",
                "'4111 1111-1111 1111'",
                "'4111-1111-1111-1111-22'",
                "'DE89 3704 0044 0532 0130 01'",
                "'550e8400-e29b-41d4-a716-446655440000'",
                "'2026-01-15T10:20:30.123+01:00'",
                "'20260115102030'",
                "'logo@2x.png'",
                "'git@github.com:a/b.git'",
                "'https://user:secret@host.example.com/'",
                "'user@localhost'",
                "'%@example.com'",
                "'@anna'",
                "'+12345678.90'",
                "'000-12-3456'",
                "'900-12-3456'",
                "'123456782'",
                "'12345678A'",
                "'-----BEGIN CERTIFICATE-----'",
                "'eyJhbGciOiJIUzI1NiJ9'",
                "'/orders/4111111111111111'",
                "'order 4111111111111111'",
                "'{\"orderNo\": \"4111111111111111\"}'",
                "''",
                "'@@@@@@@@@@'",
                "'++++++++++'",
                "'eyJ.eyJ.eyJ.eyJ'",
            })
    void findsNothing(String literal) {
        assertThat(scan(literal, "x")).isEmpty();
    }

    @Test
    void theNameBesideANumberSaysWhatItIs() {
        assertThat(scan("'111222333'", "bsn")).containsOnlyKeys(LiteralKind.BSN_NL);
        assertThat(scan("'111222333'", "x")).isEmpty();
        assertThat(scan("'{\"bsn\": \"111222333\"}'", "doc")).containsOnlyKeys(LiteralKind.BSN_NL);
        assertThat(scan("'4111111111111111'", "orderNo")).isEmpty();
        assertThat(scan("'4111111111111111'", "cardNo")).containsOnlyKeys(LiteralKind.PAYMENT_CARD);
    }

    @Test
    void aNumberWithoutQuotesIsNothingUnlessNamed() {
        assertThat(number("4111111111111111", "x")).isEmpty();
        assertThat(number("4111111111111111", "card_no")).containsOnlyKeys(LiteralKind.PAYMENT_CARD);
        assertThat(number("111222333", "bsn")).containsOnlyKeys(LiteralKind.BSN_NL);
        assertThat(number("0x4111111111111111", "card_no")).isEmpty();
    }

    /** Halves of everything: whatever is cut off, repeated or mixed, it ends and does not throw. */
    @Test
    void acceptsGarbage() {
        Random random = new Random(20_260_303);
        SensitiveValues values = new SensitiveValues(random);
        LiteralKind[] kinds = LiteralKind.values();
        LiteralScan scan = new LiteralScan();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(4); n >= 0; n--) {
                String value = values.of(kinds[random.nextInt(kinds.length)]);
                text.append(value, 0, random.nextInt(value.length() + 1))
                        .append(" @+-.eyJé\ud800".charAt(random.nextInt(10)));
            }
            int from = random.nextInt(text.length() + 1);
            scan.string(text, from, text.length(), () -> "name");
            scan.number(text, from, text.length(), () -> "card");
        }
        assertThat(scan.counts()).isNotEmpty();
    }

    private static Map<LiteralKind, Integer> scan(String literal, String name) {
        LiteralScan scan = new LiteralScan();
        scan.string(literal, 0, literal.length(), () -> name);
        return scan.counts();
    }

    private static Map<LiteralKind, Integer> number(String literal, String name) {
        LiteralScan scan = new LiteralScan();
        scan.number(literal, 0, literal.length(), () -> name);
        return scan.counts();
    }
}
