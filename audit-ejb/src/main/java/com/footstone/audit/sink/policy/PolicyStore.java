package com.footstone.audit.sink.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;

import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Exemption;
import com.footstone.audit.model.policy.ExemptionRequest;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.policy.PolicyJson;
import com.footstone.audit.policy.PolicyRefusedException;

/**
 * Changes the policy. Each change is one transaction under the lock of the version in force, makes at most one version more,
 * and leaves a line that tells who changed what. Claims go by a version from the moment its transaction ends.
 */
@Stateless
public class PolicyStore {

    private static final String NOTHING = "";

    @EJB
    private VersionTable versions;

    @EJB
    private ExemptionTable exemptions;

    private final Clock clock = Clock.systemUTC();

    /**
     * Replaces the adjustments by others. Exemptions stay, but for those that have expired.
     *
     * @param basedOn the version that whoever asks has seen
     * @return number of the version that was made
     * @throws PolicyRefusedException if another version is in force by now, or the policy would become too large
     */
    public long adjust(long basedOn, List<Adjustment> adjustments, String comment, String by) {
        Policy before = versions.lockInForce();
        if (before.version() != basedOn) {
            throw new PolicyRefusedException("The policy is at version " + before.version() + " by now, not at "
                    + basedOn + ". Read it again and decide anew.");
        }
        return change("ADJUST", before, adjustments, before.exemptions(), comment, by, Optional.empty());
    }

    /**
     * Keeps an exemption that is asked for. It has no effect until it is approved.
     *
     * @return its number
     */
    public long ask(ExemptionRequest request) {
        Instant now = now();
        long id = exemptions.add(request, now);
        versions.log(new ChangeLine(
                now, request.owner(), "ASK", Optional.of(id), Optional.empty(), NOTHING, PolicyJson.request(request)));
        return id;
    }

    /**
     * Puts an exemption in force.
     *
     * @return number of the version that was made; nothing if there is no such exemption
     * @throws PolicyRefusedException if it is not waiting for approval, has expired, the approver is its owner, or the
     *     policy would become too large
     */
    public Optional<Long> approve(long id, String by) {
        Policy before = versions.lockInForce();
        Optional<AskedExemption> asked = exemptions.lock(id);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Instant now = now();
        asked.get().requireApprovable(by, now);
        exemptions.approved(id, by, now);
        List<Exemption> more = new ArrayList<>(before.exemptions());
        more.add(new Exemption(id, asked.get().request(), by));
        return Optional.of(
                change("APPROVE", before, before.adjustments(), more, "Exemption " + id, by, Optional.of(id)));
    }

    /**
     * Takes an exemption back, or declines one that waits for approval.
     *
     * @return the version in force then, which is a new one if the exemption was in force; nothing if there is no such
     *     exemption
     * @throws PolicyRefusedException if it was taken back before
     */
    public Optional<Long> end(long id, String by) {
        Policy before = versions.lockInForce();
        Optional<AskedExemption> asked = exemptions.lock(id);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        asked.get().requireNotEnded();
        Instant now = now();
        exemptions.ended(id, by, now);
        List<Exemption> others =
                before.exemptions().stream().filter(other -> other.id() != id).toList();
        if (others.size() < before.exemptions().size()) {
            return Optional.of(change(
                    "END", before, before.adjustments(), others, "Exemption " + id + " ended", by, Optional.of(id)));
        }
        versions.log(new ChangeLine(
                now,
                by,
                "END",
                Optional.of(id),
                Optional.empty(),
                PolicyJson.request(asked.get().request()),
                NOTHING));
        return Optional.of(before.version());
    }

    private long change(
            String action,
            Policy before,
            List<Adjustment> adjustments,
            List<Exemption> exempted,
            String comment,
            String by,
            Optional<Long> exemption) {
        Instant now = now();
        List<Exemption> live =
                exempted.stream().filter(one -> !one.expired(now)).toList();
        Policy after = NextVersion.of(before, adjustments, live);
        versions.put(after, comment, by, now);
        versions.log(new ChangeLine(
                now,
                by,
                action,
                exemption,
                Optional.of(after.version()),
                PolicyJson.document(before),
                PolicyJson.document(after)));
        return after.version();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
