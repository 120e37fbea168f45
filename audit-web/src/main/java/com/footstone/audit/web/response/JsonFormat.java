package com.footstone.audit.web.response;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** How records are written: every field, also those that are null. */
@Provider
public class JsonFormat implements ContextResolver<Jsonb> {

    private final Jsonb json = create();

    @Override
    public Jsonb getContext(Class<?> type) {
        return json;
    }

    /** A new writer. */
    public static Jsonb create() {
        return JsonbBuilder.create(new JsonbConfig().withNullValues(true));
    }
}
