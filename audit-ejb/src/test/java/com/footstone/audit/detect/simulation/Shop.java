package com.footstone.audit.detect.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.footstone.audit.model.anomaly.Subject;

/**
 * A shop on the web: customers from anywhere at any hour, pods that are replaced, a release each Tuesday, some statements that
 * are made up of what is searched for and some that are rarely needed.
 */
final class Shop {

    static final Subject USER =
            Subject.ofTenant("acme").at("postgresql", "shop").as("shop", "");

    static final int PLACES = 40;
    private static final int CUSTOMERS = 4000;
    private static final int BUILDER_EACH = 8;
    private static final int RARE_FROM = 36;
    private static final int RELEASE_HOUR = 10;
    private static final double BUSIEST = 16;

    private Shop() {}

    static List<Act> acts(Instant time, int seconds) {
        Random random = Chance.of("shop", time);
        List<Act> acts = new ArrayList<>();
        int number = (int) Math.round(rate(time) * (0.8 + 0.4 * random.nextDouble()));
        for (int i = 0; i < number; i++) {
            Instant moment = time.plusSeconds(i * (long) seconds / number);
            Query query = query(random, moment);
            int customer = random.nextInt(CUSTOMERS);
            boolean fails = random.nextInt(100) == 0;
            acts.add(Act.of(
                            moment,
                            USER.as("shop", "customer" + customer),
                            pod(random.nextInt(3), moment),
                            address(customer, random),
                            query,
                            20 + random.nextInt(20))
                    .failing(fails ? 1 : 0, 0));
        }
        return acts;
    }

    /** By the hour, less in the night, more at weekends. */
    private static double rate(Instant time) {
        double hour = Calendar.wallClock(time);
        double rhythm = 0.55 - 0.45 * Math.cos((hour - 4) / 24 * 2 * Math.PI);
        return BUSIEST * rhythm * (Calendar.isWorkday(Calendar.day(time)) ? 1 : 1.4);
    }

    private static Query query(Random random, Instant time) {
        int place = random.nextInt(RARE_FROM);
        return random.nextInt(2000) == 0
                ? query(RARE_FROM + random.nextInt(PLACES - RARE_FROM), 0, time)
                : query(place, random.nextInt(8), time);
    }

    /** The statement of a place as of the last release; one of eight if it makes them up. */
    static Query query(int place, int choice, Instant time) {
        Query query = Query.select("shop", "Shop" + place + ".run", "table" + place % 12);
        if (place % BUILDER_EACH == 0) {
            return (choice & 1) == 0
                    ? query.as("filters" + choice)
                    : query.as("filters" + choice).with("OR");
        }
        for (int release = 1; release <= release(time); release++) {
            if (Chance.once(0.05, "changed", place, release)) {
                boolean joins = Chance.once(0.2, "joins", place, release);
                query = joins ? query.joined("table" + (place + release) % 12) : query.as("v" + release);
            }
        }
        return query;
    }

    /** Releases until a time, one a week. */
    private static int release(Instant time) {
        return Calendar.week(time.minusSeconds((24 + RELEASE_HOUR) * 3600L));
    }

    private static String pod(int number, Instant time) {
        int release = release(time);
        int restart = Chance.once(0.1, "restart", number, Calendar.day(time)) ? Calendar.day(time) : 0;
        return "shop-" + Chance.suffix(9, "template", release) + "-" + Chance.suffix(5, number, release, restart);
    }

    private static String address(int customer, Random random) {
        boolean onTheWay = random.nextInt(4) == 0;
        int network = onTheWay ? random.nextInt(60_000) : Chance.below(60_000, "home", customer);
        return "198." + network / 250 + "." + network % 250 + "." + (1 + random.nextInt(250));
    }
}
