package com.footstone.audit.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import com.footstone.audit.checking.Rule;
import com.footstone.audit.checking.declared.RuleFiles;
import com.footstone.audit.checking.foreign.RuleJars;

/** The rules that a statement is judged by at a terminal. */
final class RuleSet {

    private RuleSet() {}

    /**
     * The rules of the product and those in some files, jars among them.
     *
     * @throws IllegalArgumentException saying what is wrong with which file
     */
    static List<Rule> of(List<Path> files) {
        List<Rule> rules = new ArrayList<>();
        ServiceLoader.load(Rule.class).forEach(rules::add);
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            if (file.toString().endsWith(".jar")) {
                RuleJars.Reading reading = RuleJars.readBeside(rules, file);
                rules.addAll(reading.rules());
                faults.addAll(reading.faults());
            } else {
                RuleFiles.Reading reading = RuleFiles.readBeside(rules, file);
                rules.addAll(reading.rules());
                faults.addAll(reading.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
        return rules;
    }
}
