package com.footstone.audit.model;

/** What a literal or a bound value was recognised as: personal data, or what opens doors. */
public enum LiteralKind {
    EMAIL("e-mail address"),
    /** In the international form, with a plus. */
    PHONE("telephone number"),
    PAYMENT_CARD("payment card number"),
    IBAN("IBAN"),
    SSN_US("social security number (US)"),
    TAX_ID_DE("tax id (DE)"),
    NIR_FR("social security number (FR)"),
    DNI_ES("DNI or NIE (ES)"),
    FISCAL_CODE_IT("codice fiscale (IT)"),
    PESEL_PL("PESEL (PL)"),
    BSN_NL("BSN (NL)"),
    PERSONAL_NUMBER_SE("personnummer (SE)"),
    PERSONAL_CODE_FI("henkilötunnus (FI)"),
    BIRTH_NUMBER_NO("fødselsnummer (NO)"),
    NATIONAL_NUMBER_BE("national number (BE)"),
    /** A signed token, as for a session. */
    JWT("JSON web token"),
    /** A key of a cloud or service, known by how its provider spells it. */
    ACCESS_KEY("access key"),
    PRIVATE_KEY("private key");

    private final String title;

    LiteralKind(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
