package com.footstone.audit.analysis.literal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.footstone.audit.analysis.name.NameParts;
import com.footstone.audit.model.LiteralKind;

/** What the name beside a value says of it: a column's, a parameter's, a key's in JSON, or the word before it in a text. */
final class Beside {

    /** A part of this length is found within a longer word too: {@code kreditkartennummer}. */
    private static final int LONG_WORD = 5;

    /** Words that say of a number what it is instead. */
    private static final Set<String> OTHERS = Set.of("""
            id ids uid uuid guid order orders invoice ref reference tracking serial sku ean gtin upc isbn
            barcode batch ticket session transaction txn trace span request message msg event time timestamp ts
            date day created updated amount price total sum balance quantity qty count offset delta size length
            version build hash checksum digest etag code key imei imsi vin product article item parcel shipment
            delivery phone tel fax file path number no nr num seq sequence rownum port ip""".split("\\s+", -1));

    /** Words beside which those do not count: a {@code national_id} is an id, and a person's. */
    private static final Set<String> PERSONS = Set.of("national", "identity", "citizen", "social", "taxpayer");

    private static final Map<LiteralKind, Set<String>> HINTS = hints();

    private Beside() {}

    /** Whether a name says that a number beside it is of a kind. */
    static boolean hints(String name, LiteralKind kind) {
        Set<String> words = HINTS.get(kind);
        return words != null && NameParts.of(name).stream().anyMatch(part -> isOneOf(part, words));
    }

    /** Whether a name says that a number beside it is something else. */
    static boolean speaksOfOthers(String name) {
        List<String> parts = NameParts.of(name);
        return parts.stream().anyMatch(OTHERS::contains) && parts.stream().noneMatch(PERSONS::contains);
    }

    private static boolean isOneOf(String part, Set<String> words) {
        return words.contains(part)
                || words.stream().anyMatch(word -> word.length() >= LONG_WORD && part.contains(word));
    }

    private static Map<LiteralKind, Set<String>> hints() {
        Map<LiteralKind, Set<String>> hints = new EnumMap<>(LiteralKind.class);
        hints.put(
                LiteralKind.PAYMENT_CARD,
                Set.of(
                        "card",
                        "cards",
                        "cc",
                        "pan",
                        "creditcard",
                        "visa",
                        "mastercard",
                        "amex",
                        "kreditkarte",
                        "tarjeta"));
        hints.put(
                LiteralKind.PHONE,
                Set.of(
                        "phone",
                        "telefon",
                        "telefono",
                        "tel",
                        "mobile",
                        "cell",
                        "fax",
                        "msisdn",
                        "contact",
                        "whatsapp"));
        hints.put(LiteralKind.SSN_US, Set.of("ssn", "social", "socialsecurity"));
        hints.put(LiteralKind.TAX_ID_DE, Set.of("tax", "tin", "steuer", "steuerid", "idnr"));
        hints.put(LiteralKind.NIR_FR, Set.of("nir", "insee", "secu", "social", "securite", "national", "identity"));
        hints.put(LiteralKind.DNI_ES, Set.of("dni", "nie", "nif", "documento", "identidad", "national", "identity"));
        hints.put(LiteralKind.PESEL_PL, Set.of("pesel"));
        hints.put(LiteralKind.BSN_NL, Set.of("bsn", "sofi", "burgerservicenummer"));
        hints.put(
                LiteralKind.PERSONAL_NUMBER_SE,
                Set.of("personnummer", "personnr", "personal", "pnr", "samordningsnummer", "national", "identity"));
        hints.put(
                LiteralKind.BIRTH_NUMBER_NO,
                Set.of("fodselsnummer", "fødselsnummer", "fnr", "personnummer", "national", "identity"));
        hints.put(
                LiteralKind.NATIONAL_NUMBER_BE,
                Set.of("rijksregister", "rijksregisternummer", "rrn", "nrn", "insz", "niss", "national", "identity"));
        return hints;
    }
}
