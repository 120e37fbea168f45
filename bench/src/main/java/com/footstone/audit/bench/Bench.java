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
            run(BenchSettings.from(System.getProperties()));
            System.exit(0);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(BenchSettings settings) {
        BenchReport report;
        try (Stage stage = Stage.open(settings.folder().resolve("run"), Bench::say)) {
            report = new Programme(settings, stage).perform();
        }
        report.write(settings.folder().resolve("bench.json"));
        Table.of(report).forEach(Bench::say);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
