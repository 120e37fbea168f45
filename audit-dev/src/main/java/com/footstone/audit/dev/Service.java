package com.footstone.audit.dev;

/** The services that can be started, stopped and killed one by one. */
public enum Service {
    /** The broker. */
    KAFKA,
    /** The server that has the databases of the product and of the shop. */
    POSTGRES,
    /** The engine of the event store. */
    CLICKHOUSE
}
