package com.footstone.audit.faults.plan;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import com.footstone.audit.dev.Service;
import com.footstone.audit.faults.proxy.Moment;

/** Something that goes wrong. Instances of the service are numbered from 0. */
public sealed interface Fault {

    /** {@code kill -9} of an instance, at a moment or at any time; it is started again at once. */
    record KillService(int instance, Optional<Moment> moment) implements Fault {}

    /** {@code kill -9} of a store or of the broker, at a moment or at any time, and its restart. */
    record KillStore(Service store, Optional<Moment> moment, Duration down) implements Fault {}

    /** SIGSTOP and, later, SIGCONT of a store or of the broker. */
    record PauseStore(Service store, Duration length) implements Fault {}

    /** SIGSTOP of an instance at a moment, for long enough that its partitions move; then it wakes up and goes on. */
    record Zombie(int instance, Moment moment, Duration length) implements Fault {}

    /** {@code kill -9} of an instance whose last words the network delivers only when another has taken over. */
    record LateDelivery(int instance, Moment moment, Duration late) implements Fault {}

    /** Connections of an instance are reset and refused. */
    record Cut(int instance, Service store, Duration length) implements Fault {}

    /** Every piece of traffic of an instance is late. */
    record Slow(int instance, Service store, Duration delay, Duration length) implements Fault {}

    /** Nothing passes between an instance and a store, and nobody is told. */
    record Silence(int instance, Service store, Duration length) implements Fault {}

    /** Connections of an instance stay half open for ever. */
    record Strand(int instance, Service store) implements Fault {}

    /** A stranger joins the consumer group, takes partitions and leaves. */
    record Rebalance(Duration length) implements Fault {}

    /** SIGTERM of an instance, which leaves in good order, and its restart. */
    record Leave(int instance) implements Fault {}

    /** The disk of a store is full. */
    record FullDisk(Service store, Duration length) implements Fault {}

    /** Many records that are no events, at once. */
    record PoisonBurst(int records) implements Fault {}

    /** The name by which faults of a kind are counted. */
    default String kind() {
        String name = getClass().getSimpleName();
        String what = this instanceof KillStore kill ? "Kill" + capital(kill.store()) : name;
        return Character.toLowerCase(what.charAt(0)) + what.substring(1);
    }

    private static String capital(Service store) {
        return store.name().charAt(0) + store.name().substring(1).toLowerCase(Locale.ROOT);
    }

    default boolean kills() {
        return this instanceof KillService || this instanceof KillStore || this instanceof LateDelivery;
    }
}
