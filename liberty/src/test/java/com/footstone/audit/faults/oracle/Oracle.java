package com.footstone.audit.faults.oracle;

import java.io.UncheckedIOException;

import com.footstone.audit.dev.Addresses;
import com.footstone.audit.server.AuditApi;

/** Says what is wrong once nothing is under way any more. */
public final class Oracle {

    private final Addresses addresses;

    private final AuditApi api;

    /**
     * Prepares to ask.
     *
     * @param api a running instance
     */
    public Oracle(Addresses addresses, AuditApi api) {
        this.addresses = addresses;
        this.api = api;
    }

    /**
     * What was found.
     *
     * @param sent records that the topic holds, poison included
     * @param quarantined sources that the dead-letter topic has a letter of
     */
    public record Judgement(long sent, long quarantined, Findings findings) {}

    /** Compares everything with everything; what cannot be read is a finding, and the rest is looked at all the same. */
    public Judgement judge() {
        Findings findings = new Findings();
        Topic topic = Topic.read(addresses.kafkaBootstrapServers());
        EventTable events = new EventTable(addresses.clickHouse(), findings);
        attempt(findings, () -> events.judge(topic));
        attempt(findings, () -> RollUp.of(topic).judge(addresses.clickHouse(), findings));
        attempt(findings, () -> new Catalogue(events.fingerprints()).judge(addresses.postgres(), topic, findings));
        attempt(findings, () -> new Evidence(topic, findings).judge(addresses.postgres()));
        attempt(findings, () -> new Completeness(api, topic).judge(findings));
        Letters letters = Letters.read(addresses.kafkaBootstrapServers());
        letters.judge(topic, findings);
        return new Judgement(topic.count(), letters.count(), findings);
    }

    /** The message of the cause is left out: stores quote statements in it. */
    private static void attempt(Findings findings, Runnable comparison) {
        try {
            comparison.run();
        } catch (IllegalStateException | UncheckedIOException e) {
            findings.add(Trouble.UNREADABLE, 1, e.getMessage());
        }
    }
}
