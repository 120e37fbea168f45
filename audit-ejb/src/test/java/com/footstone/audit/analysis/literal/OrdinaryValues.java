package com.footstone.audit.analysis.literal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Makes up values that databases are full of and that are nobody's secret. */
public enum OrdinaryValues {
    /** The worst case: nothing but digits, of a length that numbers of persons and cards have, in a column without a name. */
    BARE_NUMBER("digits, 9 to 16 of them, in a column whose name says nothing", "x") {
        @Override
        public String value(Random random) {
            return digits(9 + random.nextInt(8), random);
        }
    },
    ORDER_NUMBER("order numbers of 8 to 16 digits", "order_no") {
        @Override
        public String value(Random random) {
            return digits(8 + random.nextInt(9), random);
        }
    },
    LETTERED_NUMBER("invoice numbers with letters and dashes", "invoice") {
        @Override
        public String value(Random random) {
            return "R" + digits(2, random) + "-" + digits(6, random) + "-" + letters(2, random);
        }
    },
    EPOCH("milliseconds and microseconds since 1970", "x") {
        @Override
        public String value(Random random) {
            long millis = 1_600_000_000_000L + random.nextInt();
            return Long.toString(random.nextBoolean() ? millis : millis * 1000);
        }
    },
    TIMESTAMP("dates and times, ISO 8601 and compact", "x") {
        @Override
        public String value(Random random) {
            Instant time = Instant.ofEpochSecond(1_600_000_000L + random.nextInt(200_000_000));
            String[] patterns = {"yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyy-MM-dd HH:mm:ss.SSS", "yyyyMMdd-HHmm", "yyMMdd"
            };
            return random.nextInt(4) == 0
                    ? time.toString()
                    : DateTimeFormatter.ofPattern(patterns[random.nextInt(patterns.length)], Locale.ROOT)
                            .withZone(ZoneOffset.UTC)
                            .format(time);
        }
    },
    UUID_TEXT("UUIDs", "x") {
        @Override
        public String value(Random random) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
    },
    HASH("hashes in hexadecimal", "x") {
        @Override
        public String value(Random random) {
            StringBuilder hash = new StringBuilder();
            for (int i = random.nextBoolean() ? 4 : 8; i > 0; i--) {
                hash.append("%08x".formatted(random.nextInt()));
            }
            return hash.toString();
        }
    },
    PRICE("prices and measures", "x") {
        @Override
        public String value(Random random) {
            return random.nextInt(1_000_000) + "." + digits(2, random) + (random.nextBoolean() ? "" : " EUR");
        }
    },
    SIGNED_NUMBER("signed amounts", "balance") {
        @Override
        public String value(Random random) {
            return "+" + random.nextInt(2_000_000_000) + (random.nextBoolean() ? "" : "." + digits(2, random));
        }
    },
    ADDRESS_OF_HOST("IP addresses and addresses of the web", "x") {
        @Override
        public String value(Random random) {
            String host = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
            return random.nextBoolean()
                    ? host + ":" + digits(4, random)
                    : "https://user:" + letters(8, random) + "@host.example.com/a/" + digits(12, random);
        }
    },
    FILE("names of files and places in repositories", "x") {
        @Override
        public String value(Random random) {
            return random.nextBoolean()
                    ? "img/" + letters(5, random) + "@2x.png"
                    : "git@github.com:" + letters(5, random) + "/" + letters(6, random) + ".git";
        }
    },
    WORDS("words", "x") {
        @Override
        public String value(Random random) {
            StringBuilder words = new StringBuilder();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                words.append(letters(2 + random.nextInt(9), random)).append(i > 1 ? " " : "");
            }
            return words.toString();
        }
    };

    public final String title;
    /** The column that such a value stands in. */
    public final String column;

    OrdinaryValues(String title, String column) {
        this.title = title;
        this.column = column;
    }

    public abstract String value(Random random);

    private static String digits(int length, Random random) {
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < length) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String letters(int length, Random random) {
        StringBuilder letters = new StringBuilder();
        while (letters.length() < length) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }
}
