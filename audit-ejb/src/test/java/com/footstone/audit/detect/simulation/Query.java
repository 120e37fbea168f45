package com.footstone.audit.detect.simulation;

import java.util.List;

/**
 * A statement of an application.
 *
 * @param application the application
 * @param place its name for the statement; empty if it has none
 * @param fingerprint the statement
 * @param kind what it does
 * @param tables what it reads or changes
 * @param constructs what else it has
 */
record Query(
        String application,
        String place,
        String fingerprint,
        String kind,
        List<String> tables,
        List<String> constructs) {

    static Query select(String application, String place, String table) {
        return new Query(application, place, application + place, "SELECT", List.of(table), List.of());
    }

    /** Of another shape. */
    Query as(String version) {
        return new Query(application, place, fingerprint + version, kind, tables, constructs);
    }

    /** Of another shape, which also reads a table. */
    Query joined(String table) {
        return new Query(
                application, place, fingerprint + " " + table, kind, List.of(tables.get(0), table), constructs);
    }

    /** Of another shape, which has a construct more. */
    Query with(String construct) {
        return new Query(application, place, fingerprint + " " + construct, kind, tables, List.of(construct));
    }
}
