package com.footstone.audit.bench;

import java.util.logging.Level;
import java.util.logging.Logger;

import com.footstone.audit.bench.stage.Stage;

/** Measures everything, writes {@code bench.json} and prints a table. Configured by {@link BenchSettings}. */
public final class Bench {

    /** Both tell of each client and pool at length, amid our few lines of progress. */
    private static final Logger[] CHATTER = {Logger.getLogger("org.apache.kafka"), Logger.getLogger("com.zaxxer.hikari")
    };

    private Bench() {}

    public static void main(String[] arguments) {
        for (Logger logger : CHATTER) {
            logger.setLevel(Level.WARNING);
        }
        try {
            System.exit(run(BenchSettings.from(System.getProperties())) ? 0 : 1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** Whether all parts could be measured. */
    private static boolean run(BenchSettings settings) {
        BenchReport report;
        try (Stage stage = Stage.open(settings.folder().resolve("run"), Bench::say)) {
            report = new Programme(settings, stage).perform();
        }
        report.write(settings.folder().resolve("bench.json"));
        Table.of(report).forEach(Bench::say);
        if (!report.failed().isEmpty()) {
            say("Not measured, for the reason told above: " + String.join(", ", report.failed()));
        }
        return report.failed().isEmpty();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
