package com.footstone.audit.bench.measure;

import java.util.function.Consumer;

import com.footstone.audit.bench.contender.Contender;
import com.footstone.audit.bench.stage.Run;
import com.footstone.audit.bench.stage.Stage;
import com.footstone.audit.bench.stage.StorePair;
import com.footstone.audit.dev.process.Lifeline;
import com.footstone.audit.dev.process.Supervised;

/** A contender at work on databases of its own. When it is closed, it and they are gone. */
public final class ContenderRun implements AutoCloseable {

    private final Stage stage;
    private final Run run;
    private final Supervised process;

    private ContenderRun(Stage stage, Contender contender, Run run) {
        this.stage = stage;
        this.run = run;
        process = new Supervised(contender.service(run), line -> {});
    }

    /** Starts it, and returns when it could work. */
    public static ContenderRun start(Stage stage, Contender contender, String topic) {
        return start(stage, contender, topic, databases -> {});
    }

    /** The same with something done to its empty databases before it starts. */
    public static ContenderRun start(Stage stage, Contender contender, String topic, Consumer<StorePair> preparation) {
        Run run = stage.newRun(contender.name(), topic);
        preparation.accept(run.stores());
        ContenderRun started = new ContenderRun(stage, contender, run);
        Lifeline.onEnd(started.process::close);
        try {
            started.process.launch();
            started.process.awaitReady();
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return started;
    }

    public Run run() {
        return run;
    }

    public Watch watch() {
        return new Watch(run.stores().clickHouse(), process::pids, stage::pids, process::isUp);
    }

    /** Ends the process; its databases stay. */
    public void stop() {
        process.close();
    }

    @Override
    public void close() {
        process.close();
        stage.databases().drop(run.stores());
    }
}
