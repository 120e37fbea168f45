package com.footstone.audit.intake;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.query.PolicyQueries;
import com.footstone.audit.query.QueryFailedException;
import com.footstone.audit.query.Store;

/**
 * The versions of the policy that batches were claimed under. Which one a batch goes by is its claim's business, so nothing
 * here ever looks for a newer one; a version never changes, so none is read twice as long as it is used.
 */
@ApplicationScoped
public class Policies {

    private static final int KEPT = 4;

    @Inject
    private PolicyQueries queries;

    private final Map<Long, Policy> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Policy> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * A version that a batch was claimed under.
     *
     * @throws QueryFailedException if there is none of that number, which would be judged wrongly without it
     */
    Policy version(long version) {
        if (version == 0) {
            return Policy.NONE;
        }
        synchronized (known) {
            return known.computeIfAbsent(version, number -> queries.find(number)
                    .orElseThrow(() -> new QueryFailedException(
                            Store.POSTGRESQL, "does not have the version of the policy that a batch was claimed under"))
                    .policy());
        }
    }
}
