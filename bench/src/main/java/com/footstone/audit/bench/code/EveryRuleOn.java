package com.footstone.audit.bench.code;

import java.util.Optional;

/** A configuration that switches every rule on, and sets nothing else. */
final class EveryRuleOn extends Unconfigured {

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        return name.startsWith("checker.") && name.endsWith(".enabled") && type == String.class
                ? Optional.of(type.cast("true"))
                : Optional.empty();
    }
}
