package com.footstone.audit.config;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * A configuration with texts laid over it, which count before any other.
 *
 * @param below what counts where nothing is laid over it
 * @param source the name of where the texts come from
 * @param texts by key
 */
record LaidOver(Config below, String source, Map<String, String> texts) implements Config {

    /** Above what the server itself is told. */
    private static final int ORDINAL = 1000;

    LaidOver {
        Objects.requireNonNull(below, "below is null");
        Objects.requireNonNull(source, "source is null");
        texts = Map.copyOf(texts);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        String text = texts.get(name);
        if (text == null) {
            return below.getOptionalValue(name, type);
        }
        // Settings are read as texts, and nothing else is laid over a configuration.
        return Optional.of(text).filter(one -> !one.isBlank()).map(type::cast);
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow(() -> new NoSuchElementException(name + " is not set"));
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        String text = texts.get(name);
        return text == null ? below.getConfigValue(name) : new Text(name, text, source);
    }

    @Override
    public Iterable<String> getPropertyNames() {
        Set<String> names = new LinkedHashSet<>(texts.keySet());
        below.getPropertyNames().forEach(names::add);
        return names;
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return below.getConfigSources();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return below.getConverter(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return below.unwrap(type);
    }

    /** One of the texts. */
    private record Text(String name, String text, String source) implements ConfigValue {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getValue() {
            return text;
        }

        @Override
        public String getRawValue() {
            return text;
        }

        @Override
        public String getSourceName() {
            return source;
        }

        @Override
        public int getSourceOrdinal() {
            return ORDINAL;
        }
    }
}
