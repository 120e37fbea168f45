package com.footstone.audit.bench;

import com.footstone.audit.bench.contender.Contender;
import com.footstone.audit.bench.measure.ContenderRun;
import com.footstone.audit.bench.stage.Stage;
import com.footstone.audit.bench.stage.StorePair;

/** Tables that the product has made and rows that it has written, for others to copy. Made when first asked for. */
final class Template implements AutoCloseable {

    private static final long ROWS = 6_000;

    private final Stage stage;
    private final Contender product;
    private final String topic;
    private ContenderRun run;

    Template(Stage stage, Contender product, String topic) {
        this.stage = stage;
        this.product = product;
        this.topic = topic;
    }

    StorePair stores() {
        if (run == null) {
            run = ContenderRun.start(stage, product, topic);
            run.watch().await(ROWS);
            run.stop();
        }
        return run.run().stores();
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
    }
}
