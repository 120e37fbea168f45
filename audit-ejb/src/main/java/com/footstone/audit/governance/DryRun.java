package com.footstone.audit.governance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.analysis.AnalyserProvider;
import com.footstone.audit.checking.Judges;
import com.footstone.audit.checking.PolicyCheck;
import com.footstone.audit.checking.Rehearsal;
import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Exemption;
import com.footstone.audit.model.policy.ExemptionRequest;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.policy.Fields;
import com.footstone.audit.policy.PolicyRefusedException;
import com.footstone.audit.policy.PolicyText;
import com.footstone.audit.query.JudgedEvent;
import com.footstone.audit.query.JudgedEvents;
import com.footstone.audit.query.PolicyQueries;
import com.footstone.audit.query.PolicyVersion;

/** Shows what a change of the policy would have done to the events of the last hours. Changes nothing. */
@ApplicationScoped
public class DryRun {

    /** Most events that are looked at: what a few seconds are enough for. */
    public static final int MAX_EVENTS = 20_000;

    /** Most characters of their texts: an event may have more than a thousand times as many as most. */
    public static final long MAX_CHARACTERS = 32_000_000;

    private static final Set<String> DRAFT = Set.of("adjustments", "exemptions", "hours");
    private static final int MAX_HOURS = 24;

    /** An exemption that nobody has asked for has neither. */
    private static final String OWNER = "nobody yet";

    private static final String APPROVER = "nobody";

    @Inject
    private Judges judges;

    @Inject
    private AnalyserProvider analysers;

    @Inject
    private JudgedEvents events;

    @Inject
    private PolicyQueries policies;

    private final Semaphore turn = new Semaphore(1);
    private final Clock clock = Clock.systemUTC();

    /**
     * Tries a change.
     *
     * @param body JSON: {@code adjustments} that would replace those in force, if given; {@code exemptions} that would come
     *     to those in force; {@code hours}, 1 to 24, to look back
     * @throws InvalidValueException naming the field at fault
     * @throws PolicyRefusedException if one is at work in this instance already
     */
    public DryRunReport run(String body) {
        Fields fields = Fields.of(body, DRAFT);
        long hours = fields.requiredNumber("hours");
        if (hours < 1 || hours > MAX_HOURS) {
            throw new InvalidValueException("hours", "is not a number from 1 to " + MAX_HOURS);
        }
        Policy before = policies.inForce().policy();
        Policy draft = draft(fields, before);
        if (!turn.tryAcquire()) {
            throw new PolicyRefusedException("Another dry run is at work. Ask again in a moment.");
        }
        try {
            return run(before.version(), draft, Duration.ofHours(hours));
        } finally {
            turn.release();
        }
    }

    private DryRunReport run(long basedOn, Policy draft, Duration back) {
        Instant now = clock.instant();
        Instant from = now.minus(back);
        Recollection recollection = new Recollection(events.since(from, MAX_EVENTS + 1), MAX_EVENTS, MAX_CHARACTERS);
        Rehearsal rehearsal = judges.rehearsal(draft, this::version);
        Analyser analyser = analysers.apart();
        for (List<JudgedEvent> judged = recollection.batch(); !judged.isEmpty(); judged = recollection.batch()) {
            RecalledBatch batch = RecalledBatch.of(judged, analyser);
            rehearsal.tryOn(batch.events(), batch.receivedAt());
        }
        boolean whole = recollection.whole();
        return new DryRunReport(
                basedOn, whole ? from : recollection.earliest().orElse(from), now, whole, rehearsal.report());
    }

    private Policy draft(Fields fields, Policy before) {
        List<Adjustment> adjustments =
                fields.has("adjustments") ? PolicyText.adjustments(fields) : before.adjustments();
        PolicyCheck check = judges.check();
        check.adjustments(adjustments);
        List<Exemption> exemptions = new ArrayList<>(before.exemptions());
        List<ExemptionRequest> requests = PolicyText.requests(fields, OWNER);
        for (int i = 0; i < requests.size(); i++) {
            String path = "exemptions[" + i + "]";
            check.rules(path + ".rules", requests.get(i).rules());
            requests.get(i).requireSelective(path + ".where");
            exemptions.add(new Exemption(Long.MAX_VALUE - i, requests.get(i), APPROVER));
        }
        return new Policy(before.version() + 1, adjustments, exemptions);
    }

    /** A policy that events were judged by. */
    private Policy version(long number) {
        return policies.find(number).map(PolicyVersion::policy).orElse(Policy.NONE);
    }
}
