package com.footstone.audit.dev.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The broker's settings: one node that is broker and controller, small in memory, open to this machine only. */
final class BrokerSettings {

    /** A 10 MB statement grows when written as JSON, and travels with its fellows in a batch. */
    private static final int MESSAGE_BYTES = 16 << 20;

    private static final String LOOPBACK = "127.0.0.1:";

    private BrokerSettings() {}

    static Properties of(Path logs, int port, int controllerPort, List<Relay> relays) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@" + LOOPBACK + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        doors(settings, port, controllerPort, relays);
        settings.setProperty("log.dirs", logs.toString());
        settings.setProperty("message.max.bytes", String.valueOf(MESSAGE_BYTES));
        settings.setProperty("replica.fetch.max.bytes", String.valueOf(MESSAGE_BYTES));
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // After a kill the broker is let in again only when its old session has run out: 9 s unless told otherwise.
        settings.setProperty("broker.session.timeout.ms", "4000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        // The cleaner takes a third of a small heap unless told otherwise.
        settings.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20));
        singleNode(settings);
        return settings;
    }

    private static void doors(Properties settings, int port, int controllerPort, List<Relay> relays) {
        StringBuilder listeners = new StringBuilder("PLAINTEXT://" + LOOPBACK + port);
        StringBuilder advertised = new StringBuilder(listeners);
        StringBuilder protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        for (Relay relay : relays) {
            String name = "RELAY" + relay.port();
            listeners.append(',').append(name).append("://" + LOOPBACK).append(relay.port());
            advertised.append(',').append(name).append("://" + LOOPBACK).append(relay.advertisedPort());
            protocols.append(',').append(name).append(relay.login() ? ":SASL_PLAINTEXT" : ":PLAINTEXT");
            if (relay.login()) {
                login(settings, "listener.name." + name.toLowerCase(Locale.ROOT) + ".");
            }
        }
        settings.setProperty("listeners", listeners + ",CONTROLLER://" + LOOPBACK + controllerPort);
        settings.setProperty("advertised.listeners", advertised.toString());
        settings.setProperty("listener.security.protocol.map", protocols.toString());
    }

    /** Users are the broker's own, and there are none until an administrator makes some. */
    private static void login(Properties settings, String door) {
        settings.setProperty(door + "sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.setProperty(
                door + "scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }

    /** Internal topics expect three brokers, and fifty partitions take their time at every start. */
    private static void singleNode(Properties settings) {
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "3");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "3");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "3");
    }
}
