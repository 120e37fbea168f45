package com.footstone.audit.checking.injection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import com.footstone.audit.checking.injection.CorpusFiles.Clean;
import com.footstone.audit.checking.injection.CorpusFiles.Payload;
import com.footstone.audit.checking.injection.CorpusFiles.Place;
import com.footstone.audit.model.Finding;

/** Counts what the rule finds in one part of the corpora. All is seeded: the figures come out the same each time. */
final class InjectionFigures {

    private static final int CLEAN_OF_A_DATABASE = 5_000;

    /** A statement of a corpus and what was found in it. */
    record Case(Database database, String origin, String sql, Finding finding) {}

    private final Detector detector = new Detector();
    private final Map<Database, Tally> clean = new TreeMap<>();
    private final Map<Database, Tally> injected = new TreeMap<>();
    private final Map<String, Map<Database, Tally>> techniques = new TreeMap<>();
    private final Map<String, Tally> places = new TreeMap<>();
    private final Map<Evasion, Tally> evasions = new TreeMap<>();
    /** Plain spelling, and no comment that cuts anything off: where there is nothing but the payload to go by. */
    private final Tally bare = new Tally();

    private final Map<String, Tally> payloads = new TreeMap<>();
    private final List<Case> alarms = new ArrayList<>();
    private final List<Case> missed = new ArrayList<>();

    static InjectionFigures of(CorpusFiles files) {
        InjectionFigures figures = new InjectionFigures();
        for (Database database : Database.values()) {
            figures.clean(files.clean(), database);
            figures.injected(files, database);
        }
        return figures;
    }

    static InjectionFigures ofClean(CorpusFiles files, Database database) {
        InjectionFigures figures = new InjectionFigures();
        figures.clean(files.clean(), database);
        return figures;
    }

    private void clean(List<Clean> templates, Database database) {
        List<Clean> own = templates.stream()
                .filter(clean -> database.isIn(clean.databases()))
                .toList();
        Random random = new Random(20_261_101);
        CleanText text = new CleanText(random, database);
        for (int i = 0; i < CLEAN_OF_A_DATABASE; i++) {
            Clean template = own.get(i % own.size());
            String sql = text.fill(template.text());
            Finding finding = detector.finding(database, sql);
            clean.computeIfAbsent(database, key -> new Tally()).add(finding);
            if (finding != null) {
                alarms.add(new Case(database, template.kind(), sql, finding));
            }
        }
    }

    private void injected(CorpusFiles files, Database database) {
        Random random = new Random(20_261_102);
        Set<String> seen = new HashSet<>();
        for (Payload payload : files.payloads()) {
            for (Place place : files.places()) {
                if (database.isIn(payload.databases()) && database.isIn(place.databases())) {
                    injected(payload, place, database, random, seen);
                }
            }
        }
    }

    private void injected(Payload payload, Place place, Database database, Random random, Set<String> seen) {
        for (Evasion evasion : Evasion.values()) {
            if (!evasion.isOf(database)) {
                continue;
            }
            String text = evasion.apply(payload.text(), database, random);
            for (String input : Injection.inputs(place, payload, text, database)) {
                String sql = place.text().replace("§", input);
                if (seen.add(sql)) {
                    count(payload, place, evasion, database, sql);
                }
            }
        }
    }

    private void count(Payload payload, Place place, Evasion evasion, Database database, String sql) {
        Finding finding = detector.finding(database, sql);
        injected.computeIfAbsent(database, key -> new Tally()).add(finding);
        techniques
                .computeIfAbsent(payload.technique(), key -> new TreeMap<>())
                .computeIfAbsent(database, key -> new Tally())
                .add(finding);
        places.computeIfAbsent(place.name(), key -> new Tally()).add(finding);
        evasions.computeIfAbsent(evasion, key -> new Tally()).add(finding);
        payloads.computeIfAbsent(payload.technique() + " | `" + payload.text() + "`", key -> new Tally())
                .add(finding);
        if (evasion == Evasion.PLAIN && !sql.contains("--") && !sql.contains("#")) {
            bare.add(finding);
        }
        if (finding == null) {
            missed.add(new Case(database, payload.technique() + " " + place.name() + " " + evasion, sql, null));
        }
    }

    Map<Database, Tally> clean() {
        return clean;
    }

    Map<Database, Tally> injected() {
        return injected;
    }

    Map<String, Map<Database, Tally>> techniques() {
        return techniques;
    }

    Map<String, Tally> places() {
        return places;
    }

    Map<Evasion, Tally> evasions() {
        return evasions;
    }

    Tally bare() {
        return bare;
    }

    Map<String, Tally> payloads() {
        return payloads;
    }

    /** Clean statements in which something was found. */
    List<Case> alarms() {
        return alarms;
    }

    List<Case> missed() {
        return missed;
    }
}
