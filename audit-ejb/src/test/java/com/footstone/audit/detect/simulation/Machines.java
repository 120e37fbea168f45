package com.footstone.audit.detect.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.footstone.audit.model.anomaly.Subject;

/** Jobs of the night and of the week, a monitor that never sleeps, and those who look after the databases by hand. */
final class Machines {

    private static final int ADMINISTRATORS = 3;

    private Machines() {}

    static List<Act> acts(Instant time, int seconds) {
        List<Act> acts = new ArrayList<>(jobs(time));
        acts.add(
                Act.of(time, user("monitor"), "monitor-0", "", Query.select("monitor", "Monitor.ping", "pg_stat"), 10));
        IntStream.range(0, ADMINISTRATORS)
                .boxed()
                .flatMap(one -> byHand(one, time, seconds))
                .forEach(acts::add);
        return acts;
    }

    private static List<Act> jobs(Instant time) {
        double clock = Calendar.wallClock(time);
        int day = Calendar.day(time);
        List<Act> acts = new ArrayList<>();
        String pod = "billing-" + (29_000_000 + 1440 * day) + "-" + Chance.suffix(5, "billing", day);
        if (clock >= 2 && clock < 3) {
            int busy = Calendar.dayOfMonth(time) == 1 ? 3 : 1;
            acts.add(Act.of(time, user("billing"), pod, "", Query.select("billing", "Bill.run", "invoice"), 900L * busy)
                    .returning(busy * (30_000L + Chance.below(5000, "rows", time))));
        }
        if (day % 7 == 0 && clock >= 6 && clock < 6.3) {
            acts.add(Act.of(time, user("report"), "report-0", "", Query.select("report", "Report.weekly", "table3"), 50)
                    .returning(80_000));
        }
        if (day % 7 == 6 && clock >= 4 && clock < 5) {
            acts.add(Act.of(time, user("backup"), "backup-1", "", Query.select("backup", "", "table1"), 12));
        }
        return acts;
    }

    /** On three days of seven, once or twice, with a statement that was never there and never will be again. */
    private static Stream<Act> byHand(int one, Instant time, int seconds) {
        int day = Calendar.day(time);
        Random plan = Chance.of("plan", one, day);
        boolean today = plan.nextInt(7) < 3;
        double first = 8 + 10 * plan.nextDouble();
        double second = plan.nextBoolean() ? 8 + 12 * plan.nextDouble() : first;
        double clock = Calendar.wallClock(time);
        double step = seconds / 3600.0;
        boolean now = isIn(first, clock, step) || isIn(second, clock, step);
        if (!today || !now) {
            return Stream.empty();
        }
        Query query = Query.select("psql", "", "table" + plan.nextInt(12)).as("by hand " + one + " " + time);
        String address = plan.nextInt(3) == 0 ? "192.0.1" + one + ".4" : "10.20.9." + (10 + one);
        return Stream.of(Act.of(time, user("dba" + one), "dba" + one + "-laptop", address, query, 1));
    }

    private static boolean isIn(double moment, double clock, double step) {
        return moment >= clock && moment < clock + step;
    }

    private static Subject user(String name) {
        return Subject.ofTenant("acme").at("postgresql", "shop").as(name, "");
    }
}
