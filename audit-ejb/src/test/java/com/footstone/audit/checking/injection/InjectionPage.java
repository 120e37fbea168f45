package com.footstone.audit.checking.injection;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the figures as tables. */
final class InjectionPage {

    private final StringBuilder page = new StringBuilder();

    static String of(InjectionFigures tuned, InjectionFigures heldOut, InjectionFigures shop) {
        InjectionPage page = new InjectionPage();
        page.alarms(tuned, heldOut, shop);
        page.techniques(tuned, heldOut);
        page.others(tuned, heldOut);
        page.missed(heldOut);
        return page.page.toString();
    }

    private void alarms(InjectionFigures tuned, InjectionFigures heldOut, InjectionFigures shop) {
        row("Findings per 10,000 clean statements", "statements", "all", "CRITICAL");
        line(4);
        alarms("held out", heldOut.clean());
        alarms("tuned with", tuned.clean());
        alarms("demo application", shop.clean());
        page.append('\n');
    }

    private void alarms(String part, Map<Database, Tally> clean) {
        clean.forEach(
                (database, tally) -> alarm(part + ", " + database.title, tally.all(), tally.found(), tally.critical()));
        if (clean.size() > 1) {
            alarm(
                    "**" + part + ", together**",
                    sum(clean.values(), "all"),
                    sum(clean.values(), "found"),
                    sum(clean.values(), "critical"));
        }
    }

    private void alarm(String name, int all, int found, int critical) {
        row(name, Integer.toString(all), Tally.perTenThousand(found, all), Tally.perTenThousand(critical, all));
    }

    private static int sum(Collection<Tally> tallies, String what) {
        return tallies.stream()
                .mapToInt(tally -> switch (what) {
                    case "all" -> tally.all();
                    case "found" -> tally.found();
                    default -> tally.critical();
                })
                .sum();
    }

    private void techniques(InjectionFigures tuned, InjectionFigures heldOut) {
        String names =
                Arrays.stream(Database.values()).map(database -> database.title).collect(Collectors.joining(" | "));
        row("Found of injected statements, held out, %", names, "together", "tuned with");
        line(Database.values().length + 3);
        heldOut.techniques().forEach((technique, own) -> {
            Map<Database, Tally> before = tuned.techniques().getOrDefault(technique, Map.of());
            row(technique, percents(own), percent(own.values()), percent(before.values()));
        });
        row(
                "**all**",
                percents(heldOut.injected()),
                percent(heldOut.injected().values()),
                percent(tuned.injected().values()));
        row(
                "statements",
                Arrays.stream(Database.values())
                        .map(database -> Integer.toString(
                                heldOut.injected().get(database).all()))
                        .collect(Collectors.joining(" | ")),
                Integer.toString(sum(heldOut.injected().values(), "all")),
                Integer.toString(sum(tuned.injected().values(), "all")));
        row(
                "precision, %",
                Arrays.stream(Database.values())
                        .map(database -> precision(
                                heldOut.injected().get(database).found(),
                                heldOut.clean().get(database).found()))
                        .collect(Collectors.joining(" | ")),
                precision(
                        sum(heldOut.injected().values(), "found"),
                        sum(heldOut.clean().values(), "found")),
                precision(
                        sum(tuned.injected().values(), "found"),
                        sum(tuned.clean().values(), "found")));
        page.append('\n');
    }

    private static String precision(int right, int wrong) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * right / (right + wrong));
    }

    private static String percents(Map<Database, Tally> tallies) {
        return Arrays.stream(Database.values())
                .map(database ->
                        tallies.containsKey(database) ? tallies.get(database).percent() : "")
                .collect(Collectors.joining(" | "));
    }

    private static String percent(Collection<Tally> tallies) {
        int all = sum(tallies, "all");
        return all == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * sum(tallies, "found") / all);
    }

    private void others(InjectionFigures tuned, InjectionFigures heldOut) {
        row("Found by place of the input, %", "held out", "tuned with");
        line(3);
        heldOut.places()
                .forEach((place, tally) ->
                        row(place, tally.percent(), tuned.places().get(place).percent()));
        page.append('\n');
        row("Found by spelling, %", "held out", "tuned with");
        line(3);
        heldOut.evasions()
                .forEach((evasion, tally) -> row(
                        evasion.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        tally.percent(),
                        tuned.evasions().get(evasion).percent()));
        row(
                "**plain, without a comment at the end**",
                heldOut.bare().percent(),
                tuned.bare().percent());
        page.append('\n');
    }

    private void missed(InjectionFigures heldOut) {
        row("Technique", "Held-out input that is found least", "found, %");
        line(3);
        heldOut.payloads().entrySet().stream()
                .filter(entry ->
                        entry.getValue().found() < 0.9 * entry.getValue().all())
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> row(
                        entry.getKey().replace("||", "\\|\\|").replace("``", "nothing but the comment"),
                        entry.getValue().percent()));
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void line(int columns) {
        page.append("|---".repeat(columns)).append("|\n");
    }
}
