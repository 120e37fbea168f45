package com.footstone.audit.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import com.footstone.audit.dev.Service;
import com.footstone.audit.faults.load.Load;
import com.footstone.audit.faults.oracle.Progress;
import com.footstone.audit.faults.plan.Fault;
import com.footstone.audit.faults.plan.Round;
import com.footstone.audit.faults.stage.Instance;
import com.footstone.audit.faults.stage.Stage;

/** Does the faults of a plan, one after the other, and sees after each whether all gets well by itself. */
final class Campaign {

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Stage stage;
    private final Load load;
    private final Progress progress;
    private final Duration patience;
    private final Consumer<String> lines;
    private final Saboteur saboteur;
    private final List<Incident> incidents = new ArrayList<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private final Map<String, Long> residentBytes = new TreeMap<>();
    private final List<String> deaths = new ArrayList<>();
    private final long start = System.nanoTime();

    Campaign(Stage stage, Load load, Duration patience, Consumer<String> lines) {
        this.stage = stage;
        this.load = load;
        this.progress = new Progress(stage.addresses().postgres());
        this.patience = patience;
        this.lines = lines;
        this.saboteur = new Saboteur(stage, load);
    }

    /** Begins rounds until all are done or the time is up; answers whether all are done. */
    boolean run(List<Round> rounds, Duration limit) throws InterruptedException {
        for (Round round : rounds) {
            if (elapsed().compareTo(limit) > 0) {
                return false;
            }
            run(round);
        }
        return true;
    }

    private void run(Round round) throws InterruptedException {
        List<Pending> pending = new ArrayList<>();
        for (Fault fault : round.faults()) {
            if (isPossible(fault)) {
                Saboteur.Deed deed = saboteur.commit(fault);
                pending.add(new Pending(fault, deed, System.nanoTime()));
                boolean soFar = await("progress after " + fault, this::isProgressing);
                report(pending.get(pending.size() - 1), soFar);
            }
        }
        boolean recovered = await("the end of a round", this::isWell);
        pending.forEach(one -> settle(one, recovered));
        watch();
    }

    private record Pending(Fault fault, Saboteur.Deed deed, long over) {}

    private boolean isPossible(Fault fault) {
        if (fault instanceof Fault.FullDisk full && !stage.canFill(full.store())) {
            skipped.put(fault.kind(), "this process may not mount a small disk (it takes root)");
            lines.accept(fault.kind() + " is skipped: " + skipped.get(fault.kind()));
            return false;
        }
        return true;
    }

    /** Everything that had been sent when the question was first asked is stored. */
    private Callable<Boolean> isProgressing() {
        Map<Integer, Long> ends = load.ends();
        return () -> progress.reached(ends);
    }

    /** The same, and every instance is up and ready. */
    private Callable<Boolean> isWell() {
        Callable<Boolean> progressing = isProgressing();
        deaths.addAll(saboteur.awaitRestarts());
        reviveTheDead();
        deaths.addAll(saboteur.awaitRestarts());
        return () -> stage.instances().stream().allMatch(Instance::isReady) && progressing.call();
    }

    private void reviveTheDead() {
        for (Instance instance : stage.instances()) {
            if (instance.isMissing()) {
                deaths.add(instance + " ended by itself at " + elapsed().toSeconds() + " s");
                saboteur.restart(instance);
            }
        }
    }

    private interface Question {
        Callable<Boolean> ask();
    }

    private boolean await(String what, Question question) {
        try {
            Awaitility.await(what).pollInterval(GLANCE).atMost(patience).until(question.ask());
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private void report(Pending done, boolean recovered) {
        lines.accept("%4d s  %s%s%s%s"
                .formatted(
                        elapsed().toSeconds(),
                        done.fault(),
                        done.deed().onTime() ? "" : " (the moment did not come)",
                        done.deed().remark().isEmpty() ? "" : " (" + done.deed().remark() + ")",
                        recovered
                                ? ", stored on after " + since(done.over()).toMillis() + " ms"
                                : ", NOTHING IS STORED"));
        Incident incident = new Incident(
                done.fault(),
                done.deed().onTime(),
                since(done.over()),
                recovered,
                done.deed().remark());
        incidents.add(incident);
    }

    /** Until the end of its round a fault has recovered only as far as was seen by then. */
    private void settle(Pending done, boolean recovered) {
        if (!recovered) {
            incidents.replaceAll(one -> one.fault() == done.fault()
                    ? new Incident(one.fault(), one.onTime(), since(done.over()), false, one.remark())
                    : one);
            lines.accept("       " + done.fault() + ": NOT EVERYTHING IS READY AGAIN");
        }
    }

    private void watch() {
        for (Instance instance : stage.instances()) {
            residentBytes.merge(instance.toString(), instance.residentBytes(), Math::max);
        }
    }

    /** Waits until everything that was ever sent is stored. */
    boolean awaitDrained() {
        return await("the end", this::isWell);
    }

    private Duration elapsed() {
        return since(start);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    List<Incident> incidents() {
        return incidents;
    }

    /** Faults that cannot be done here, and why. */
    Map<String, String> skipped() {
        return skipped;
    }

    /** Instances that ended though nobody killed them. */
    List<String> deaths() {
        return deaths;
    }

    /** The most that an instance took of the machine's memory, in bytes. */
    long mostResidentBytes() {
        return residentBytes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The name of what a fault killed, or empty. */
    static String target(Fault fault) {
        if (!fault.kills()) {
            return "";
        }
        return fault instanceof Fault.KillStore kill ? name(kill.store()) : "service";
    }

    private static String name(Service store) {
        return store.name().toLowerCase(Locale.ROOT);
    }
}
