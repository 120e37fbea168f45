package com.footstone.audit.checking.declared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import com.footstone.audit.config.ValueType;

/** The fields of one block of YAML, each asked for once by name. What is wrong goes to a {@link Report}. */
final class Fields {

    private static final int SHOWN_LENGTH = 80;

    private final Node block;
    private final Report report;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    private Fields(MappingNode block, Report report) {
        this.block = block;
        this.report = report;
    }

    /** The fields of a block; none if it is something else, or has a field twice. */
    static Optional<Fields> of(Node node, String name, Report report) {
        if (!(node instanceof MappingNode block)) {
            report.add(node, name, "is not a block of fields, such as 'severity: HIGH'");
            return Optional.empty();
        }
        Fields fields = new Fields(block, report);
        for (NodeTuple tuple : block.getValue()) {
            String field = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (fields.fields.putIfAbsent(field, tuple.getValueNode()) != null) {
                report.add(tuple.getKeyNode(), field, "is there twice; keep one");
            }
        }
        return Optional.of(fields);
    }

    /** The same fields, with faults told under another rule's name. */
    Fields about(String rule) {
        Fields same = new Fields((MappingNode) block, report.about(rule));
        same.fields.putAll(fields);
        same.asked.addAll(asked);
        return same;
    }

    Report report() {
        return report;
    }

    Node block() {
        return block;
    }

    Optional<Node> node(String field) {
        asked.add(field);
        return Optional.ofNullable(fields.get(field));
    }

    Optional<Node> requiredNode(String field) {
        Optional<Node> node = node(field);
        if (node.isEmpty()) {
            report.add(block, field, "is missing");
        }
        return node;
    }

    <T> Optional<T> required(String field, ValueType<T> type) {
        return requiredNode(field).flatMap(node -> value(node, field, type));
    }

    <T> Optional<T> value(String field, ValueType<T> type) {
        return node(field).flatMap(node -> value(node, field, type));
    }

    /** One value or a list of them; never an empty list. */
    <T> Optional<List<T>> list(String field, ValueType<T> type) {
        return node(field)
                .flatMap(node -> node instanceof SequenceNode sequence
                        ? list(sequence, field, type)
                        : value(node, field, type).map(List::of));
    }

    private <T> Optional<List<T>> list(SequenceNode sequence, String field, ValueType<T> type) {
        List<T> values = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            value(item, field, type).ifPresent(values::add);
        }
        if (sequence.getValue().isEmpty()) {
            report.add(sequence, field, "is an empty list; name something or leave it out");
        }
        return Optional.of(values).filter(all -> !all.isEmpty());
    }

    private <T> Optional<T> value(Node node, String field, ValueType<T> type) {
        if (!(node instanceof ScalarNode scalar)) {
            report.add(node, field, "is not a single value; it must be " + type.range());
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        Optional<T> value = text.isEmpty() ? Optional.empty() : type.reader().apply(text);
        if (value.isEmpty()) {
            report.add(
                    node,
                    field,
                    (text.isEmpty() ? "is empty" : "is '" + cut(text) + "'") + "; it must be " + type.range());
        }
        return value;
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "…";
    }

    /** Tells of every field that nobody has asked for: a slip of the pen must not widen a rule. */
    void refuseOthers() {
        fields.forEach((field, node) -> {
            if (!asked.contains(field)) {
                report.add(node, field, "is not known here; known are " + String.join(", ", asked));
            }
        });
    }
}
