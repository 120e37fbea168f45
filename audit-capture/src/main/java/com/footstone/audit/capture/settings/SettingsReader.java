package com.footstone.audit.capture.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.footstone.audit.model.ExecutionLayer;

/** Reads settings from texts; keys are compared as the environment spells them. */
final class SettingsReader {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);
    private static final String PREFIX = "AUDIT_";
    private static final String KAFKA_PREFIX = "AUDIT_KAFKA_";
    private static final String ENABLED = "AUDIT_ENABLED";
    private static final Set<String> KEYS = Set.of(
            ENABLED,
            "AUDIT_APPLICATION",
            "AUDIT_TOPIC",
            "AUDIT_TENANT",
            "AUDIT_DATASOURCE",
            "AUDIT_INSTANCE",
            "AUDIT_EXECUTION_LAYER",
            "AUDIT_CAPTURE_PARAMETERS",
            "AUDIT_QUEUE_BYTES",
            "AUDIT_EVENT_BYTES",
            "AUDIT_CLOSE_TIMEOUT");

    private final Map<String, String> texts;

    private SettingsReader(Map<String, String> texts) {
        this.texts = texts;
    }

    static CaptureSettings read(Properties properties, Map<String, String> environment) {
        Map<String, String> texts = new TreeMap<>(environment);
        texts.keySet().removeIf(key -> !key.startsWith(PREFIX));
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("audit.")) {
                texts.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), properties.getProperty(name));
            }
        }
        return new SettingsReader(texts).settings();
    }

    /** Whether the process wants its SQL captured, whatever else is set. */
    static boolean enabled(Properties properties, Map<String, String> environment) {
        String text = properties.getProperty("audit.enabled", environment.get(ENABLED));
        return text == null || parse(ENABLED, text, SettingsReader::truth);
    }

    private CaptureSettings settings() {
        CaptureSettingsBuilder builder = CaptureSettings.builder(texts.get("AUDIT_APPLICATION"), null)
                .tenantId(texts.get("AUDIT_TENANT"))
                .datasource(texts.get("AUDIT_DATASOURCE"))
                .instance(texts.get("AUDIT_INSTANCE"));
        texts.forEach((key, text) -> apply(builder, key, text));
        return builder.build();
    }

    private static void apply(CaptureSettingsBuilder builder, String key, String text) {
        if (key.startsWith(KAFKA_PREFIX)) {
            builder.kafka(kafkaProperty(key), text);
        } else if (!KEYS.contains(key)) {
            // Not an error: the prefix is not ours alone in an application's environment.
            LOG.warn("{} is not a capture setting and is ignored: the keys are {}", key, sortedKeys());
        }
        switch (key) {
            case "AUDIT_TOPIC" -> builder.topic(text);
            case "AUDIT_EXECUTION_LAYER" -> builder.executionLayer(parse(key, text, SettingsReader::layer));
            case "AUDIT_CAPTURE_PARAMETERS" -> builder.captureParameters(parse(key, text, SettingsReader::truth));
            case "AUDIT_QUEUE_BYTES" -> builder.queueBytes(parse(key, text, Long::parseLong));
            case "AUDIT_EVENT_BYTES" -> builder.maxEventBytes(parse(key, text, Integer::parseInt));
            case "AUDIT_CLOSE_TIMEOUT" -> builder.closeTimeout(parse(key, text, Duration::parse));
            default -> {
                // A plain text, already taken.
            }
        }
    }

    private static String kafkaProperty(String key) {
        return key.substring(KAFKA_PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String sortedKeys() {
        return String.join(", ", KEYS.stream().sorted().toList()) + " and " + KAFKA_PREFIX + "…";
    }

    private static ExecutionLayer layer(String text) {
        return ExecutionLayer.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Boolean truth(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException();
        }
        return Boolean.valueOf(text);
    }

    private static <T> T parse(String key, String text, Function<String, T> parser) {
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new InvalidSettingException(key, "cannot be read: it must be " + expected(key));
        }
    }

    private static String expected(String key) {
        return switch (key) {
            case "AUDIT_EXECUTION_LAYER" -> "one of " + Arrays.toString(ExecutionLayer.values());
            case ENABLED, "AUDIT_CAPTURE_PARAMETERS" -> "true or false";
            case "AUDIT_CLOSE_TIMEOUT" -> "an ISO-8601 duration such as PT5S";
            default -> "a whole number of bytes";
        };
    }
}
