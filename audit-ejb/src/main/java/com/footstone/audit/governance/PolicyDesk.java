package com.footstone.audit.governance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import com.footstone.audit.checking.Judges;
import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.ExemptionRequest;
import com.footstone.audit.policy.Fields;
import com.footstone.audit.policy.PolicyText;
import com.footstone.audit.query.ExemptionSummary;
import com.footstone.audit.query.PolicyQueries;
import com.footstone.audit.query.PolicyVersion;
import com.footstone.audit.query.Store;
import com.footstone.audit.query.StoreFault;
import com.footstone.audit.sink.policy.PolicyStore;

/**
 * Where the policy is changed. What is asked for comes as JSON; a fault of it is an {@link InvalidValueException} that names
 * the field, and what cannot be done as things are a {@link com.footstone.audit.policy.PolicyRefusedException}.
 */
@ApplicationScoped
public class PolicyDesk {

    private static final Set<String> CHANGE = Set.of("basedOn", "comment", "adjustments");
    private static final int LONGEST_COMMENT = 500;

    @Inject
    private Judges judges;

    @Inject
    private Instance<PolicyStore> store;

    @Inject
    private PolicyQueries queries;

    private final Clock clock = Clock.systemUTC();

    /**
     * Replaces the adjustments.
     *
     * @param body JSON: {@code basedOn}, the version that whoever asks has seen; {@code comment}, why; {@code adjustments}
     * @param by who asks
     * @return the version that came of it
     */
    public PolicyVersion adjust(String body, String by) {
        Fields fields = Fields.of(body, CHANGE);
        long basedOn = fields.requiredNumber("basedOn");
        String comment = comment(fields);
        List<Adjustment> adjustments = PolicyText.adjustments(fields);
        judges.check().adjustments(adjustments);
        return version(stored(() -> store.get().adjust(basedOn, adjustments, comment, by)));
    }

    /**
     * Asks for an exemption, of which whoever asks is the owner.
     *
     * @param body JSON: {@code rules}, {@code where}, {@code reason}, {@code expires}
     */
    public ExemptionSummary ask(String body, String by) {
        ExemptionRequest request = PolicyText.request(body, by);
        request.requireSelective("where");
        request.requireTimely(clock.instant());
        judges.check().rules("rules", request.rules());
        long id = stored(() -> store.get().ask(request));
        return queries.exemption(id).orElseThrow();
    }

    /** Puts an exemption in force; nothing if there is none of that number. */
    public Optional<ExemptionSummary> approve(long id, String by) {
        return stored(() -> store.get().approve(id, by)).flatMap(version -> queries.exemption(id));
    }

    /** Declines an exemption or takes it back; nothing if there is none of that number. */
    public Optional<ExemptionSummary> end(long id, String by) {
        return stored(() -> store.get().end(id, by)).flatMap(version -> queries.exemption(id));
    }

    private PolicyVersion version(long number) {
        return queries.find(number).orElseThrow();
    }

    private static String comment(Fields fields) {
        String comment = fields.requiredText("comment");
        if (comment.isBlank() || comment.length() > LONGEST_COMMENT) {
            throw new InvalidValueException("comment", "is not a text of 1 to " + LONGEST_COMMENT + " characters");
        }
        return comment;
    }

    /** A store that is away is told as one, as it is to those who only read. */
    private static <T> T stored(Supplier<T> change) {
        try {
            return change.get();
        } catch (EJBException e) {
            throw StoreFault.behind(e).asException(Store.POSTGRESQL);
        }
    }
}
