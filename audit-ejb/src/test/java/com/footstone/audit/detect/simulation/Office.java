package com.footstone.audit.detect.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.footstone.audit.model.anomaly.Subject;

/**
 * People who work with an application of their own: on workdays, each with their hours, at times longer, at times on a Saturday,
 * at home or in a hotel, on holiday. A few are called at night, a few read salaries, and some are new.
 */
final class Office {

    static final int PEOPLE = 40;
    private static final int NEWCOMERS = 6;
    private static final int IN_PERSONNEL = 3;
    private static final int ON_CALL = 3;
    private static final int PLACES = 30;

    private Office() {}

    static Subject user(int person) {
        return Subject.ofTenant("acme").at("postgresql", "crm").as("crm", "person" + person);
    }

    static List<Act> acts(Instant time, int seconds) {
        return IntStream.range(0, PEOPLE + NEWCOMERS)
                .filter(person -> person < PEOPLE || Calendar.week(time) >= 5 + (person - PEOPLE))
                .filter(person -> works(person, time))
                .boxed()
                .flatMap(person -> act(person, time, seconds))
                .toList();
    }

    private static boolean works(int person, Instant time) {
        int day = Calendar.day(time);
        double clock = Calendar.wallClock(time);
        if (Chance.once(0.08, "holiday", person, Calendar.week(time))) {
            return false;
        }
        if (person < ON_CALL && Chance.once(0.02, "called", person, day) && clock >= 2 && clock < 3) {
            return true;
        }
        if (!Calendar.isWorkday(day)) {
            boolean saturday = person % 5 == 0 && day % 7 == 5 && Chance.once(0.2, "saturday", person, day);
            return saturday && clock >= 9.5 && clock < 13;
        }
        Random moods = Chance.of("mood", person, day);
        double begin = 7 + person % 3 + 0.5 * moods.nextGaussian();
        double end = begin + 8.5 + 0.5 * moods.nextGaussian() + (moods.nextInt(20) == 0 ? 2.5 : 0);
        return clock >= begin && clock < end;
    }

    private static Stream<Act> act(int person, Instant time, int seconds) {
        Random random = Chance.of("act", person, time);
        if (random.nextInt(3) > 0) {
            return Stream.empty();
        }
        int place = random.nextInt(PLACES);
        Query query = person < IN_PERSONNEL && random.nextInt(10) == 0
                ? Query.select("crm", "Salaries.read", "salaries")
                : Query.select("crm", "Crm" + place + ".run", "crm_table" + place % 10);
        Instant moment = time.plusSeconds(random.nextInt(seconds));
        return Stream.of(Act.of(
                        moment,
                        user(person),
                        "crm-" + random.nextInt(2),
                        address(person, Calendar.day(time)),
                        query,
                        3 + random.nextInt(10))
                .failing(random.nextInt(50) == 0 ? 1 : 0, random.nextInt(2000) == 0 ? 1 : 0));
    }

    /** In the office of one of three floors, at home on two days of five, in a hotel on one of two hundred. */
    private static String address(int person, int day) {
        Random random = Chance.of("address", person, day);
        if (random.nextInt(200) == 0) {
            return "203.0." + random.nextInt(250) + ".7";
        }
        return random.nextInt(5) < 2
                ? "192.0." + person + "." + 2
                : "10.20." + person % 3 + "." + (1 + random.nextInt(250));
    }
}
