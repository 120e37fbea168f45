package com.footstone.audit.detect.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.footstone.audit.model.anomaly.Subject;

/**
 * Something that is wrong, at a time at which all is well otherwise.
 *
 * @param detector who is to find it
 * @param what what is wrong
 * @param acts what is done, in the order of time
 */
record Plant(String detector, String what, List<Act> acts) {

    private static final int FIRST_WEEK = 4;

    /** Each kind several times, on another day and by somebody else. */
    static List<Plant> all() {
        List<Plant> plants = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            int monday = 7 * (FIRST_WEEK + n);
            plants.add(atNight(5 + n, Calendar.at(monday + n % 5, 23 - n % 2, 10)));
            plants.add(fromElsewhere(15 + n, Calendar.at(monday + 1, 9, 20)));
            plants.add(withStolenPassword(n, Calendar.at(monday + 2, 14, 0)));
            plants.add(injected(4 * n + 1, "UNION", "an injected UNION", Calendar.at(monday + 2, 11, 0)));
            plants.add(injected(4 * n + 2, "OR", "an injected OR", Calendar.at(monday + 3, 11, 0)));
            plants.add(injected(
                    4 * n + 3, "SECOND STATEMENT", "an injected second statement", Calendar.at(monday + 3, 13, 0)));
            plants.add(curious(25 + n, Calendar.at(monday + 3, 10, 30)));
            plants.add(copied(Calendar.at(monday + 4, 3 + n, 10)));
            plants.add(tried(12 + n, Calendar.at(monday + 4, 15, 0)));
            plants.add(broken(Calendar.at(monday + 1, 12, 6)));
            plants.add(hoarding(33, Calendar.at(monday + n % 5, 10, 0)));
            plants.add(runaway(Calendar.at(monday + n % 5, 5 + n, 0)));
            plants.add(unknown(n, Calendar.at(monday + n % 5, 16, 30)));
        }
        return plants;
    }

    private static Plant atNight(int person, Instant time) {
        return new Plant(
                "UnusualHours",
                "a person at night",
                List.of(Act.of(
                        time,
                        Office.user(person),
                        "crm-0",
                        "10.20." + person % 3 + ".5",
                        Query.select("crm", "Crm1.run", "crm_table1"),
                        3)));
    }

    private static Plant fromElsewhere(int person, Instant time) {
        return new Plant(
                "NewHost",
                "a person from another network",
                List.of(Act.of(
                        time,
                        Office.user(person),
                        "crm-1",
                        "45.9." + person + ".6",
                        Query.select("crm", "Crm1.run", "crm_table1"),
                        3)));
    }

    private static Plant withStolenPassword(int n, Instant time) {
        Subject user = n % 2 == 0 ? Shop.USER : Office.user(0).as("crm", "");
        return new Plant(
                "NewHost",
                "an application's password on a laptop",
                List.of(Act.of(
                        time,
                        user,
                        Chance.suffix(7, "laptop", n),
                        "",
                        Query.select("psql", "", "table1").as("stolen" + n),
                        2)));
    }

    private static Plant injected(int place, String construct, String what, Instant time) {
        Query clean = Shop.query(place, 0, time);
        Query query = construct.equals("UNION") ? clean.joined("account").with(construct) : clean.with(construct);
        return new Plant(
                "StructureDrift",
                what,
                List.of(Act.of(time, Shop.USER.as("shop", "customer1"), "shop-0", "198.1.1.1", query, 3)));
    }

    private static Plant curious(int person, Instant time) {
        return new Plant(
                "FirstAccess",
                "a person reads salaries",
                List.of(Act.of(
                        time,
                        Office.user(person),
                        "crm-0",
                        "10.20." + person % 3 + ".5",
                        Query.select("crm", "Salaries.read", "salaries"),
                        1)));
    }

    private static Plant copied(Instant time) {
        return new Plant(
                "VolumeAnomaly",
                "a table is copied",
                List.of(Act.of(time, Shop.USER, "shop-0", "", Shop.query(9, 0, time), 20)
                        .returning(2_000_000)));
    }

    private static Plant tried(int person, Instant time) {
        List<Act> acts = IntStream.range(0, 6)
                .mapToObj(i -> Act.of(
                                time.plusSeconds(i),
                                Office.user(person),
                                "crm-0",
                                "10.20." + person % 3 + ".5",
                                Query.select("crm", "Crm1.run", "crm_table1"),
                                1)
                        .failing(1, 1))
                .toList();
        return new Plant("RepeatedFailures", "a person is refused six times", acts);
    }

    private static Plant broken(Instant time) {
        List<Act> acts = IntStream.range(0, 40)
                .mapToObj(i -> Act.of(time.plusSeconds(i), Shop.USER, "shop-0", "", Shop.query(1, 0, time), 20)
                        .failing(19, 0))
                .toList();
        return new Plant("ErrorRate", "a statement of the shop fails for minutes", acts);
    }

    private static Plant hoarding(int person, Instant time) {
        return new Plant(
                "UserVolume",
                "a person reads the customers, one by one",
                List.of(Act.of(
                                time,
                                Office.user(person),
                                "crm-0",
                                "10.20." + person % 3 + ".5",
                                Query.select("crm", "Crm1.run", "crm_table1"),
                                900)
                        .returning(40_000)));
    }

    private static Plant runaway(Instant time) {
        return new Plant(
                "StatementVolume",
                "a loop that does not end",
                List.of(Act.of(time, Shop.USER, "shop-0", "", Shop.query(17, 0, time), 5000)));
    }

    private static Plant unknown(int n, Instant time) {
        return new Plant(
                "NewStatement",
                "a statement that the application never had",
                List.of(Act.of(
                        time,
                        Shop.USER,
                        "shop-0",
                        "",
                        Query.select("shop", "", "table1").as("unknown" + n),
                        1)));
    }

    Instant time() {
        return acts.get(0).time();
    }
}
