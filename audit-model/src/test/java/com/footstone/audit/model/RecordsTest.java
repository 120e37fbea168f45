package com.footstone.audit.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What holds for every record of the model. */
class RecordsTest {

    private static final Set<String> REQUIRED_OF_EVENTS =
            Set.of("sql", "sqlType", "executionLayer", "params", "timestamp");

    static Stream<Arguments> requiredComponents() {
        return Samples.all().stream().flatMap(sample -> Arrays.stream(
                        sample.getClass().getRecordComponents())
                .filter(component -> isRequired(sample, component))
                .map(component -> Arguments.of(sample.getClass().getSimpleName(), component.getName(), sample)));
    }

    private static boolean isRequired(Record sample, RecordComponent component) {
        return !component.getType().isPrimitive()
                && (!(sample instanceof SqlEvent) || REQUIRED_OF_EVENTS.contains(component.getName()));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("requiredComponents")
    void null_is_refused_by_name(String type, String component, Record sample) {
        assertThatThrownBy(() -> rebuild(sample, component, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage(component + " is null");
    }

    static Stream<Arguments> collections() {
        return Samples.all().stream().flatMap(sample -> Arrays.stream(
                        sample.getClass().getRecordComponents())
                .filter(component -> Collection.class.isAssignableFrom(component.getType())
                        || Map.class.isAssignableFrom(component.getType()))
                .map(component -> Arguments.of(sample.getClass().getSimpleName(), component.getName(), sample)));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("collections")
    void collections_cannot_be_changed(String type, String component, Record sample)
            throws ReflectiveOperationException {
        Object collection = sample.getClass().getMethod(component).invoke(sample);

        assertThatThrownBy(() -> {
                    if (collection instanceof Map<?, ?> map) {
                        map.clear();
                    } else {
                        ((Collection<?>) collection).clear();
                    }
                })
                .isInstanceOf(UnsupportedOperationException.class);
    }

    static List<Record> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void text_form_tells_no_secret(Record sample) {
        assertThat(sample.toString()).doesNotContain("4111");
    }

    private static void rebuild(Record sample, String changed, Object value) throws Throwable {
        RecordComponent[] components = sample.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getName().equals(changed)
                    ? value
                    : components[i].getAccessor().invoke(sample);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<? extends Record> constructor = sample.getClass().getDeclaredConstructor(types);
        try {
            constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
