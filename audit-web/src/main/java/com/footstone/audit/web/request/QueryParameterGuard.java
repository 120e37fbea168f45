package com.footstone.audit.web.request;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses parameters that the address does not have: a misspelt condition would otherwise be no condition, and the answer
 * would look like one to a question that was never asked.
 */
@Provider
public class QueryParameterGuard implements ContainerRequestFilter {

    /** Longest value of a parameter, in characters. */
    static final int MAX_LENGTH = 4096;

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        check(
                known.computeIfAbsent(resource.getResourceMethod(), QueryParameterGuard::parameters),
                decoded(request.getUriInfo()));
    }

    private static Map<String, List<String>> decoded(UriInfo uri) {
        try {
            return uri.getQueryParameters();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException();
        }
    }

    static void check(Set<String> known, Map<String, List<String>> given) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new InvalidParameterException(
                        shown(name),
                        "is not a parameter of this address, which has "
                                + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
            if (values.size() > 1) {
                throw new InvalidParameterException(name, "is given more than once");
            }
            if (values.get(0).length() > MAX_LENGTH) {
                throw new InvalidParameterException(name, "is longer than " + MAX_LENGTH + " characters");
            }
        });
    }

    /** The parameters that a method declares, itself or in beans. */
    static Set<String> parameters(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addFields(Class<?> bean, Set<String> names) {
        if (bean.getSuperclass() != null) {
            addFields(bean.getSuperclass(), names);
        }
        for (Field field : bean.getDeclaredFields()) {
            if (field.isAnnotationPresent(QueryParam.class)) {
                names.add(field.getAnnotation(QueryParam.class).value());
            }
        }
    }

    /** A name from outside goes into an answer: only what names are made of, and not much of it. */
    private static String shown(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "?");
        return plain.length() > 64 ? plain.substring(0, 64) : plain;
    }
}
