package com.footstone.audit.web.health;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the log what probes answer, once for as long as it stays the same. The server's own line at each probe that is
 * answered with DOWN is hidden (CWMMH0052W in {@code server.xml}): an outage of a minute would be a hundred of them.
 */
@ApplicationScoped
public class ProbeLog {

    private static final System.Logger LOG = System.getLogger(ProbeLog.class.getName());

    /** Seconds, ports and partitions: what differs in nothing else is no news. */
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Map<String, String> told = new ConcurrentHashMap<>();

    /**
     * Takes notice of an answer.
     *
     * @param check its name
     * @param faults why it is DOWN; empty for UP
     */
    void heard(String check, Collection<String> faults) {
        news(check, faults)
                .ifPresent(news -> LOG.log(
                        faults.isEmpty() ? System.Logger.Level.INFO : System.Logger.Level.WARNING, "{0}", news));
    }

    /** What there is to say that was not said before. */
    Optional<String> news(String check, Collection<String> faults) {
        String reasons = String.join("; ", new TreeSet<>(faults));
        String sense = NUMBER.matcher(reasons).replaceAll("#");
        String before = told.put(check, sense);
        if (sense.equals(before) || (sense.isEmpty() && before == null)) {
            return Optional.empty();
        }
        return Optional.of("Health check " + check + (faults.isEmpty() ? " is UP again" : " is DOWN: " + reasons));
    }
}
