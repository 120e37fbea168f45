package com.footstone.audit.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.evidence.PublicKeys;
import com.footstone.audit.model.evidence.document.EvidenceReader;

/** The command. */
public final class EvidenceCheck {

    /** Everything that was looked at is as it was stored. */
    static final int VERIFIED = 0;

    /** Something was changed, removed or inserted. */
    static final int TAMPERED = 1;

    /** Whether it is, cannot be told: a file, a key or ClickHouse is missing or unfit, or a batch was not finished. */
    static final int UNDECIDED = 2;

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    EvidenceCheck(Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new EvidenceCheck(System.getenv(), Clock.systemUTC(), System.out, System.err).run(arguments));
    }

    /** Verifies and returns the exit code. */
    int run(String... arguments) {
        try {
            Arguments given = Arguments.of(arguments);
            PublicKeys trusted = new PublicKeys();
            for (Path file : given.publicKeys()) {
                trusted.addPem(Files.readString(file));
            }
            Report report = new Report(out);
            Optional<ClickHouse> store = given.clickHouse().map(url -> ClickHouse.at(url, environment));
            if (given.proof().isPresent()) {
                new ProofCheck(trusted, store, report).check(given.proof().get());
            } else {
                export(given, trusted, store, report);
            }
            return report.end();
        } catch (IOException e) {
            err.println("Not verified: " + reason(e));
        } catch (InvalidValueException e) {
            err.println("Not verified: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Not verified: interrupted");
        }
        return UNDECIDED;
    }

    private void export(Arguments given, PublicKeys trusted, Optional<ClickHouse> store, Report report)
            throws IOException, InterruptedException {
        EvidenceReader export = new EvidenceReader(given.evidence().orElseThrow());
        if (!export.signedBy(trusted)) {
            report.tampered("export", "is not as a trusted key signed it");
            return;
        }
        Anchor anchor = given.anchor().isPresent() ? Anchor.read(given.anchor().get(), trusted) : Anchor.NONE;
        ExportCheck check = new ExportCheck(trusted, store, anchor, clock, report);
        export.visit(check::take);
        check.end();
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException
                ? "there is no file " + e.getMessage()
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
