package com.footstone.audit.bench.code;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** A configuration that sets nothing, so that every default holds. */
class Unconfigured implements Config {

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        throw new NoSuchElementException(name + " is not set");
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        throw new NoSuchElementException(name + " is not set");
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return List.of();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException("There is no " + type.getName() + " inside");
    }
}
