package com.footstone.audit.bench.contender;

import java.util.Map;

import com.footstone.audit.bench.stage.Databases;
import com.footstone.audit.bench.stage.Run;
import com.footstone.audit.bench.stage.StorePair;
import com.footstone.audit.dev.Database;
import com.footstone.audit.dev.process.JavaCommand;
import com.footstone.audit.dev.process.ManagedService;

/**
 * The least that anybody has to do: read records, insert rows. The tables are those of the product, and the rows are
 * copies of rows that it wrote, so that ClickHouse has the same work.
 */
public final class Floor implements Contender {

    static final String TEMPLATE = "FLOOR_TEMPLATE";

    private static final int HEAP_MEGABYTES = 768;
    private static final String[] TABLES = {"events", "events_hourly"};
    private static final String VIEW = "events_hourly_view";

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
        copyTables(run.stores());
        return new JavaProgram(
                name(),
                run,
                JavaCommand.of(FloorProgram.class, HEAP_MEGABYTES, java.util.List.of()),
                Map.of(
                        TEMPLATE,
                        template.name(),
                        "CLASSPATH",
                        JavaCommand.environment().get("CLASSPATH")));
    }

    private void copyTables(StorePair own) {
        Database clickHouse = own.clickHouse();
        for (String table : TABLES) {
            Databases.execute(clickHouse, "CREATE TABLE " + table + " AS " + template.name() + "." + table);
        }
        String view = Databases.text(
                template.clickHouse(),
                "SELECT create_table_query FROM system.tables WHERE database = currentDatabase() AND name = '" + VIEW
                        + "'");
        Databases.execute(clickHouse, view.replace(template.name() + ".", own.name() + "."));
    }
}
