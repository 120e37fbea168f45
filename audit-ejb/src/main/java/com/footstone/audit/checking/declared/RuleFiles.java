package com.footstone.audit.checking.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import com.footstone.audit.checking.Rule;

/** Reads files of rules. */
public final class RuleFiles {

    /** Longest file, in bytes: no more than a ConfigMap holds. */
    static final int MAX_BYTES = 1 << 20;

    private static final LoadSettings YAML =
            LoadSettings.builder().setCodePointLimit(MAX_BYTES).build();

    private final RuleReader rules;
    private final List<String> faults = new ArrayList<>();

    private RuleFiles(Set<String> taken) {
        rules = new RuleReader(taken);
    }

    /**
     * What was read.
     *
     * @param rules those that can be used, in the order of files and of rules in them
     * @param faults what is wrong with others, each with file, line, rule and field; empty if all is well
     */
    public record Reading(List<DeclaredRule> rules, List<String> faults) {
        public Reading {
            rules = List.copyOf(rules);
            faults = List.copyOf(faults);
        }
    }

    /** Reads a file or a folder of files, of which no rule may have the name of another one that there is. */
    public static Reading readBeside(Iterable<? extends Rule> others, Path path) {
        Set<String> taken = new HashSet<>();
        others.forEach(rule -> taken.add(rule.info().enabled().environmentVariable()));
        return read(path, taken);
    }

    /**
     * Reads a file, or all files of a folder that end in {@code .yaml} or {@code .yml} and do not begin with a dot.
     *
     * @param taken environment variables of the switches of other rules: no two rules may share one
     */
    static Reading read(Path path, Set<String> taken) {
        RuleFiles files = new RuleFiles(taken);
        List<DeclaredRule> rules = new ArrayList<>();
        for (Path file : files.in(path)) {
            rules.addAll(files.rulesOf(file));
        }
        return new Reading(rules, files.faults);
    }

    private List<Path> in(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files = entries.filter(RuleFiles::isRuleFile).sorted().toList();
            if (files.isEmpty()) {
                faults.add(path + " holds no file that ends in .yaml or .yml; put one there");
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            faults.add(path + " cannot be read; let the service read the folder");
            return List.of();
        }
    }

    private static boolean isRuleFile(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
    }

    private List<DeclaredRule> rulesOf(Path file) {
        Report report = new Report(faults, file.toString(), "");
        try {
            if (Files.size(file) > MAX_BYTES) {
                report.add(0, "", "is larger than " + MAX_BYTES + " bytes; divide it");
                return List.of();
            }
            return new Compose(YAML)
                    .composeString(Files.readString(file))
                    .map(root -> rulesOf(root, report))
                    .orElseGet(() -> {
                        report.add(0, "", "is empty; it must have a list called rules");
                        return List.of();
                    });
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            report.add(line, "", "is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            report.add(0, "", "is no YAML: " + e.getMessage());
        } catch (CharacterCodingException e) {
            report.add(0, "", "is not text in UTF-8");
        } catch (IOException e) {
            report.add(0, "", "cannot be read; see that it is there and that the service may read it");
        }
        return List.of();
    }

    private List<DeclaredRule> rulesOf(Node root, Report report) {
        List<DeclaredRule> read = new ArrayList<>();
        Fields.of(root, "the file", report).ifPresent(fields -> {
            fields.requiredNode("rules").ifPresent(list -> {
                if (list instanceof SequenceNode sequence) {
                    sequence.getValue().forEach(item -> rules.read(item, report).ifPresent(read::add));
                } else {
                    report.add(list, "rules", "is not a list; begin each rule with '- id: …'");
                }
            });
            fields.refuseOthers();
        });
        return read;
    }
}
