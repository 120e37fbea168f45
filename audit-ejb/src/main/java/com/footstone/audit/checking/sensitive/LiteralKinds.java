package com.footstone.audit.checking.sensitive;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.LiteralKind;

/** How an operator writes kinds of literals. */
final class LiteralKinds {

    static final String ALL = "all";
    private static final String NONE = "none";

    static final ValueType<Set<LiteralKind>> TYPE = new ValueType<>(
            "list",
            "all, none, or a comma-separated list of "
                    + Arrays.stream(LiteralKind.values()).map(Enum::name).collect(Collectors.joining(", ")),
            LiteralKinds::read);

    private LiteralKinds() {}

    private static Optional<Set<LiteralKind>> read(String text) {
        if (text.equalsIgnoreCase(ALL)) {
            return Optional.of(Set.of(LiteralKind.values()));
        }
        Set<LiteralKind> kinds = EnumSet.noneOf(LiteralKind.class);
        if (text.equalsIgnoreCase(NONE)) {
            return Optional.of(kinds);
        }
        for (String name : text.split(",", -1)) {
            String wanted = name.strip().toUpperCase(Locale.ROOT);
            Optional<LiteralKind> kind = Arrays.stream(LiteralKind.values())
                    .filter(known -> known.name().equals(wanted))
                    .findFirst();
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            kinds.add(kind.get());
        }
        return Optional.of(kinds);
    }
}
