package com.footstone.audit.checking.declared;

import java.util.List;
import java.util.Objects;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Collects what is wrong with a file, each fault with the place to look at.
 *
 * @param faults all so far, of this file and others
 * @param file name of the file
 * @param rule id of the rule that is being read; empty where that is not known
 */
record Report(List<String> faults, String file, String rule) {

    Report {
        Objects.requireNonNull(faults, "faults is null");
        Objects.requireNonNull(file, "file is null");
        Objects.requireNonNull(rule, "rule is null");
    }

    Report about(String id) {
        return new Report(faults, file, id);
    }

    /**
     * Notes a fault.
     *
     * @param field the field at fault; empty if it is not of one
     * @param what what is wrong, readable after the field
     */
    void add(Node place, String field, String what) {
        add(place.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(0), field, what);
    }

    /** @param line from 1; 0 if there is none */
    void add(int line, String field, String what) {
        StringBuilder fault = new StringBuilder(file);
        if (line > 0) {
            fault.append(", line ").append(line);
        }
        if (!rule.isEmpty()) {
            fault.append(", rule ").append(rule);
        }
        fault.append(": ");
        if (!field.isEmpty()) {
            fault.append(field).append(' ');
        }
        faults.add(fault.append(what).toString());
    }
}
