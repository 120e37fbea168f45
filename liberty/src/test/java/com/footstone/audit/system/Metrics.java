package com.footstone.audit.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One look at the metrics page, in the text format of Prometheus. */
record Metrics(List<Sample> samples) {

    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})?\\s+(\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** A line of the page. */
    record Sample(String name, Map<String, String> labels, double value) {}

    static Metrics read(String url) {
        try (var page = URI.create(url).toURL().openStream()) {
            List<Sample> samples = new ArrayList<>();
            new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> samples.add(
                            new Sample(line.group(1), labels(line.group(2)), Double.parseDouble(line.group(3)))));
            return new Metrics(samples);
        } catch (IOException e) {
            throw new UncheckedIOException("The metrics cannot be read", e);
        }
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        if (text != null) {
            LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return labels;
    }

    List<Sample> named(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }

    /** The sum over all labels; 0 if there is no such metric. */
    double sum(String name) {
        return named(name).stream().mapToDouble(Sample::value).sum();
    }

    /** The sum of those with one label; 0 if there is none. */
    double sum(String name, String label, String value) {
        return named(name).stream()
                .filter(sample -> value.equals(sample.labels().get(label)))
                .mapToDouble(Sample::value)
                .sum();
    }
}
