package com.footstone.audit.kubernetes;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Fields of an object that Kubernetes does not have. A cluster drops them without a word, so that a slip of the pen in a
 * manifest looks as if it worked.
 */
final class UnknownFields {

    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    static List<String> of(HasMetadata object) {
        UnknownFields fields = new UnknownFields();
        fields.visit(object.getKind() + " " + object.getMetadata().getName(), object);
        return fields.found;
    }

    private void visit(String path, Object value) {
        if (value instanceof Collection<?> items) {
            items.forEach(item -> visit(path + "[]", item));
        } else if (value != null && value.getClass().getName().startsWith(MODEL)) {
            for (Method method : value.getClass().getMethods()) {
                if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
                    visit(path, method, value);
                }
            }
        }
    }

    private void visit(String path, Method getter, Object owner) {
        Object value = read(getter, owner);
        if (getter.getName().equals("getAdditionalProperties")) {
            ((Map<?, ?>) value).keySet().forEach(field -> found.add(path + "." + field));
        } else {
            visit(path + "." + getter.getName().substring("get".length()), value);
        }
    }

    private static Object read(Method getter, Object owner) {
        try {
            return getter.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(getter + " cannot be asked", e);
        }
    }
}
