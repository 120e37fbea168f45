package com.footstone.audit.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.footstone.audit.faults.oracle.Findings;
import com.footstone.audit.faults.oracle.Oracle;
import com.footstone.audit.faults.oracle.Trouble;
import com.footstone.audit.faults.plan.Fault;

/**
 * How a run went.
 *
 * @param taken records that the broker has acknowledged
 * @param complete whether every fault of the plan was done
 * @param drained whether everything was stored in the end
 */
record Report(
        FaultSettings settings,
        Campaign campaign,
        Oracle.Judgement judgement,
        long taken,
        boolean complete,
        boolean drained,
        Duration length) {

    /** Heap, threads, code and what the drivers take outside of the heap. */
    private static final long MOST_RESIDENT_BYTES = 1_400L << 20;

    /** What speaks against the run; empty if nothing does. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        Findings findings = judgement.findings();
        for (Trouble trouble : Trouble.values()) {
            if (findings.count(trouble) > 0) {
                objections.add(trouble + ": " + findings.count(trouble) + ", such as " + findings.examples(trouble));
            }
        }
        unrecovered().forEach(fault -> objections.add("no recovery from " + fault));
        objections.addAll(campaign.deaths());
        campaign.incidents().stream()
                .filter(incident -> incident.fault() instanceof Fault.Leave)
                .filter(incident -> !incident.remark().isEmpty())
                .forEach(incident -> objections.add(incident.fault() + " " + incident.remark()));
        if (judgement.sent() < taken) {
            objections.add("the topic holds " + judgement.sent() + " of " + taken + " records");
        }
        if (!complete) {
            objections.add("the time was up before every fault was done");
        }
        if (!drained) {
            objections.add("not everything was stored in the end");
        }
        if (campaign.mostResidentBytes() > MOST_RESIDENT_BYTES) {
            objections.add("an instance took " + (campaign.mostResidentBytes() >> 20) + " MB");
        }
        return objections;
    }

    private List<String> unrecovered() {
        return campaign.incidents().stream()
                .filter(incident -> !incident.recovered())
                .map(incident -> incident.fault().toString())
                .toList();
    }

    long kills() {
        return campaign.incidents().stream()
                .filter(incident -> incident.fault().kills())
                .count();
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
    }

    private ObjectNode json() {
        Findings findings = judgement.findings();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seed", settings.seed());
        json.put("kills", kills());
        put(json.putObject("killsByTarget"), counts(incident -> Campaign.target(incident.fault())));
        put(json.putObject("faults"), counts(incident -> incident.fault().kind()));
        json.put(
                "atTheirMoment",
                campaign.incidents().stream().filter(Incident::onTime).count());
        json.put("produced", judgement.sent());
        json.put("lost", findings.count(Trouble.LOST));
        json.put("twice", findings.count(Trouble.TWICE));
        json.put("alien", findings.count(Trouble.ALIEN));
        json.put("verdictsWrong", findings.count(Trouble.VERDICT_WRONG));
        json.put("quarantined", judgement.quarantined());
        json.put("lettersMissing", findings.count(Trouble.LETTER_MISSING));
        json.put("lettersTwice", findings.count(Trouble.LETTER_TWICE));
        json.put("lettersWrong", findings.count(Trouble.LETTER_WRONG));
        json.put("evidenceBroken", findings.count(Trouble.EVIDENCE_BROKEN));
        json.put("completenessWrong", findings.count(Trouble.COMPLETENESS_WRONG));
        json.put("recovered", campaign.incidents().size() - unrecovered().size());
        json.put("slowestRecoverySeconds", slowest().toMillis() / 1_000.0);
        json.put("mostResidentMegabytes", campaign.mostResidentBytes() >> 20);
        ObjectNode skipped = json.putObject("skipped");
        campaign.skipped().forEach(skipped::put);
        ArrayNode objections = json.putArray("objections");
        objections().forEach(objections::add);
        json.put("seconds", length.toSeconds());
        return json;
    }

    private Map<String, Long> counts(Function<Incident, String> by) {
        Map<String, Long> counts =
                campaign.incidents().stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
        counts.remove("");
        return counts;
    }

    private static void put(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }

    private Duration slowest() {
        return campaign.incidents().stream()
                .map(Incident::recovery)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
