package com.footstone.audit.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.footstone.audit.model.InvalidValueException;

/**
 * What the command was told. Credentials are not among it: whoever lists processes would see them.
 *
 * @param evidence the export
 * @param proof a proof of one event, in place of an export
 * @param publicKeys files of keys that are trusted
 * @param clickHouse where the rows are
 * @param anchor an earlier export
 */
record Arguments(
        Optional<Path> evidence,
        Optional<Path> proof,
        List<Path> publicKeys,
        Optional<String> clickHouse,
        Optional<Path> anchor) {

    private static final String USAGE = """
            Usage: java -jar audit-verify.jar --evidence FILE --public-key FILE... [--clickhouse URL] [--anchor FILE]
                   java -jar audit-verify.jar --proof FILE --public-key FILE... [--clickhouse URL]
              --evidence    what GET /api/v1/evidence answered
              --proof       what GET /api/v1/evidence/{id} answered
              --public-key  the service's public key, PEM; once more for each key it had before
              --clickhouse  http(s)://host:port/database; without it, rows are not looked at.
                            CLICKHOUSE_USER and CLICKHOUSE_PASSWORD say who asks.
              --anchor      an earlier export, kept where the service cannot change it
            Exit code 0: verified; 1: tampered with; 2: could not be verified.""";

    static Arguments of(String... arguments) {
        Path evidence = null;
        Path proof = null;
        List<Path> keys = new ArrayList<>();
        String clickHouse = null;
        Path anchor = null;
        if (arguments.length % 2 != 0) {
            throw usage("a value is missing");
        }
        for (int i = 0; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--evidence" -> evidence = Path.of(value);
                case "--proof" -> proof = Path.of(value);
                case "--public-key" -> keys.add(Path.of(value));
                case "--clickhouse" -> clickHouse = value;
                case "--anchor" -> anchor = Path.of(value);
                default -> throw usage(arguments[i] + " is not known");
            }
        }
        if ((evidence == null) == (proof == null) || keys.isEmpty() || (proof != null && anchor != null)) {
            throw usage("give one of --evidence and --proof, and a key");
        }
        return new Arguments(
                Optional.ofNullable(evidence),
                Optional.ofNullable(proof),
                List.copyOf(keys),
                Optional.ofNullable(clickHouse),
                Optional.ofNullable(anchor));
    }

    private static InvalidValueException usage(String fault) {
        return new InvalidValueException("the command line", "cannot be followed: " + fault + "\n" + USAGE);
    }
}
