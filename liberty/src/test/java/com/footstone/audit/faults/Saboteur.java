package com.footstone.audit.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.footstone.audit.dev.Service;
import com.footstone.audit.faults.load.Load;
import com.footstone.audit.faults.plan.Fault;
import com.footstone.audit.faults.proxy.Moment;
import com.footstone.audit.faults.proxy.Trap;
import com.footstone.audit.faults.stage.Instance;
import com.footstone.audit.faults.stage.Stage;

/** Does the faults. Killed instances are started again in the background; the stores, before the fault is over. */
final class Saboteur {

    private static final Duration MOMENT_LIMIT = Duration.ofSeconds(10);
    /** What the product promises for SIGTERM. */
    private static final Duration LEAVE_LIMIT = Duration.ofSeconds(20);

    private final Stage stage;
    private final Load load;
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<CompletableFuture<Void>> restarts = new ArrayList<>();

    Saboteur(Stage stage, Load load) {
        this.stage = stage;
        this.load = load;
    }

    /**
     * How a fault went.
     *
     * @param onTime see {@link Incident}
     * @param remark anything odd, or empty
     */
    record Deed(boolean onTime, String remark) {
        static final Deed DONE = new Deed(true, "");
    }

    /** Does a fault and returns when it is over. A store that did not survive it is started again, as a platform would. */
    Deed commit(Fault fault) throws InterruptedException {
        Deed deed = act(fault);
        StringBuilder remark = new StringBuilder(deed.remark());
        for (Service store : Service.values()) {
            if (!stage.services().isUp(store)) {
                stage.services().start(store);
                remark.append(store).append(" ended by itself and was started again");
            }
        }
        return new Deed(deed.onTime(), remark.toString());
    }

    private Deed act(Fault fault) throws InterruptedException {
        if (fault instanceof Fault.KillService kill) {
            return killService(stage.instances().get(kill.instance()), kill.moment());
        } else if (fault instanceof Fault.KillStore kill) {
            return killStore(kill);
        } else if (fault instanceof Fault.PauseStore pause) {
            stage.halt(pause.store(), pause.length()).waitFor();
        } else if (fault instanceof Fault.Zombie zombie) {
            return zombie(stage.instances().get(zombie.instance()), zombie);
        } else if (fault instanceof Fault.LateDelivery late) {
            return lateDelivery(stage.instances().get(late.instance()), late);
        } else if (fault instanceof Fault.Rebalance rebalance) {
            Stranger.visit(stage.addresses().kafkaBootstrapServers(), rebalance.length());
        } else if (fault instanceof Fault.Leave leave) {
            return leave(stage.instances().get(leave.instance()));
        } else if (fault instanceof Fault.FullDisk full) {
            return fullDisk(full);
        } else if (fault instanceof Fault.PoisonBurst burst) {
            load.poison(burst.records());
        } else {
            new BadNetwork(stage, this::pass).commit(fault);
        }
        return Deed.DONE;
    }

    private Deed killService(Instance victim, Optional<Moment> moment) throws InterruptedException {
        boolean onTime = at(List.of(victim), moment, () -> {
            victim.strike();
            return Trap.Passage.BREAK;
        });
        restart(victim);
        return new Deed(onTime, "");
    }

    /** Starts an instance again in the background. */
    void restart(Instance victim) {
        victim.bury();
        restarts.add(CompletableFuture.runAsync(victim::start));
    }

    /**
     * Waits until everything that was killed has started again.
     *
     * @return what did not
     */
    List<String> awaitRestarts() {
        List<String> failures = new ArrayList<>();
        for (CompletableFuture<Void> restart : restarts) {
            try {
                restart.join();
            } catch (CompletionException e) {
                // The rest is the end of its log.
                failures.add(e.getCause().getMessage().lines().findFirst().orElse(""));
            }
        }
        restarts.clear();
        return failures;
    }

    private Deed killStore(Fault.KillStore kill) throws InterruptedException {
        List<Instance> up = stage.instances().stream().filter(Instance::isUp).toList();
        boolean answered = kill.moment()
                .filter(moment -> moment.name().endsWith("ANSWERED"))
                .isPresent();
        boolean onTime = at(up, kill.moment(), () -> {
            stage.strike(kill.store());
            return answered ? Trap.Passage.BREAK : Trap.Passage.PASS;
        });
        stage.services().kill(kill.store());
        pass(kill.down());
        stage.services().start(kill.store());
        return new Deed(onTime, "");
    }

    /** The bytes that were on their way when it was halted arrive when it wakes up. */
    private Deed zombie(Instance victim, Fault.Zombie zombie) throws InterruptedException {
        boolean onTime = at(List.of(victim), Optional.of(zombie.moment()), () -> {
            awaitEnd(victim.halt(zombie.length()));
            return Trap.Passage.PASS;
        });
        if (onTime) {
            pass(zombie.length());
        }
        return new Deed(onTime, "");
    }

    private static void awaitEnd(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Deed lateDelivery(Instance victim, Fault.LateDelivery late) throws InterruptedException {
        boolean onTime = at(List.of(victim), Optional.of(late.moment()), () -> {
            victim.strike();
            passUninterrupted(late.late());
            return Trap.Passage.PASS;
        });
        restart(victim);
        if (onTime) {
            pass(late.late());
        }
        return new Deed(onTime, "");
    }

    private Deed leave(Instance victim) throws InterruptedException {
        boolean inTime = victim.leave(LEAVE_LIMIT);
        restart(victim);
        return new Deed(true, inTime ? "" : "did not leave within " + LEAVE_LIMIT.toSeconds() + " s");
    }

    private Deed fullDisk(Fault.FullDisk full) throws InterruptedException {
        stage.fill(full.store());
        try {
            pass(full.length());
        } finally {
            stage.clear(full.store());
        }
        if (full.store() == Service.CLICKHOUSE) {
            // As the guide for operators asks: what a merge on a full disk has left unreadable is mended by a start.
            stage.services().kill(full.store());
            stage.services().start(full.store());
        }
        return Deed.DONE;
    }

    /** Has something done at a moment in the traffic of some instances, or at once. */
    private boolean at(List<Instance> instances, Optional<Moment> moment, Supplier<Trap.Passage> action)
            throws InterruptedException {
        if (moment.isPresent()) {
            Trap trap = new Trap(Set.of(moment.get()), action);
            instances.forEach(instance -> instance.arm(trap));
            boolean sprung = trap.awaitSprung(MOMENT_LIMIT);
            instances.forEach(instance -> instance.disarm(trap));
            if (sprung) {
                return true;
            }
        }
        var unused = action.get();
        return moment.isEmpty();
    }

    private void pass(Duration time) throws InterruptedException {
        never.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void passUninterrupted(Duration time) {
        try {
            pass(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
