package com.footstone.audit.bench.contender;

import java.util.List;
import java.util.Map;

import com.footstone.audit.bench.stage.Databases;
import com.footstone.audit.bench.stage.Run;
import com.footstone.audit.bench.stage.StorePair;
import com.footstone.audit.dev.process.JavaCommand;
import com.footstone.audit.dev.process.ManagedService;

/**
 * The least that anybody has to do: read records, insert rows. The tables are those of the product, and the rows are
 * copies of rows that it wrote, so that ClickHouse has the same work.
 */
public final class Floor implements Contender {

    static final String TEMPLATE = "FLOOR_TEMPLATE";

    private static final int HEAP_MEGABYTES = 768;

    private final StorePair template;

    /** @param template what the product has stored of the same events */
    public Floor(StorePair template) {
        this.template = template;
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public ManagedService service(Run run) {
        Databases.copyTables(template, run.stores());
        return new JavaProgram(
                name(),
                run,
                JavaCommand.of(FloorProgram.class, HEAP_MEGABYTES, List.of()),
                Map.of(
                        TEMPLATE,
                        template.name(),
                        "CLASSPATH",
                        JavaCommand.environment().get("CLASSPATH")));
    }
}
