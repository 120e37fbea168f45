package com.footstone.audit.faults.oracle;

import com.footstone.audit.dev.Addresses;

/** Says what is wrong once nothing is under way any more. */
public final class Oracle {

    private final Addresses addresses;

    public Oracle(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * What was found.
     *
     * @param sent records that the topic holds, poison included
     * @param quarantined sources that the dead-letter topic has a letter of
     */
    public record Judgement(long sent, long quarantined, Findings findings) {}

    /** Compares everything with everything. */
    public Judgement judge() {
        Findings findings = new Findings();
        Topic topic = Topic.read(addresses.kafkaBootstrapServers());
        EventTable events = new EventTable(addresses.clickHouse(), findings);
        events.judge(topic);
        RollUp.of(topic).judge(addresses.clickHouse(), findings);
        new Catalogue(events.fingerprints()).judge(addresses.postgres(), topic, findings);
        Letters letters = Letters.read(addresses.kafkaBootstrapServers());
        letters.judge(topic, findings);
        return new Judgement(topic.count(), letters.count(), findings);
    }
}
