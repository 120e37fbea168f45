package com.footstone.audit.faults.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import com.footstone.audit.dev.Service;
import com.footstone.audit.faults.plan.Fault.KillService;
import com.footstone.audit.faults.plan.Fault.KillStore;
import com.footstone.audit.faults.proxy.Moment;

/**
 * Makes the rounds of a run from a seed. In a round one instance is killed, and while it starts, the stores are killed
 * under the other; every so many rounds something else happens as well.
 */
public final class Plan {

    /** Longer than a session and a rebalance, so that the partitions have moved. */
    private static final Duration AWAY = Duration.ofSeconds(14);

    private static final int STORE_KILLS = 3;

    private final Random random;
    private final Deck<Optional<Moment>> moments;
    private final Deck<Service> stores;
    private final Deck<Deck<Fault>> others;

    private Plan(long seed) {
        random = new Random(seed);
        moments = deck(momentsAndAnyTime(Arrays.asList(Moment.values())));
        stores = deck(List.of(Service.values()));
        others = others();
    }

    /**
     * The rounds of a seed.
     *
     * @param kills how many kills there are in all of them
     */
    public static List<Round> of(long seed, int kills) {
        return new Plan(seed).rounds(kills);
    }

    private List<Round> rounds(int kills) {
        List<Round> rounds = new ArrayList<>();
        int left = kills;
        for (int number = 0; left > 0; number++) {
            List<Fault> faults = new ArrayList<>();
            int victim = number % 2;
            faults.add(new KillService(victim, moments.draw()));
            // While the victim starts again there is time for the stores.
            for (int i = 0; i < STORE_KILLS && faults.size() < left; i++) {
                faults.add(killStore());
            }
            left -= faults.size();
            rounds.add(new Round(faults));
            if (number % 2 == 1) {
                Fault other = others.draw().draw();
                if (!other.kills() || left > 0) {
                    rounds.add(new Round(List.of(other)));
                    left -= other.kills() ? 1 : 0;
                }
            }
        }
        return rounds;
    }

    private KillStore killStore() {
        Service store = stores.draw();
        List<Moment> ofStore = Arrays.stream(Moment.values())
                .filter(moment -> moment.side() == store)
                .toList();
        List<Optional<Moment>> choices = momentsAndAnyTime(ofStore);
        return new KillStore(
                store, choices.get(random.nextInt(choices.size())), Duration.ofMillis(random.nextInt(2_000)));
    }

    private static List<Optional<Moment>> momentsAndAnyTime(List<Moment> moments) {
        return Stream.concat(moments.stream().map(Optional::of), Stream.of(Optional.<Moment>empty()))
                .toList();
    }

    /** Kinds first, so that a short run sees many of them. */
    private Deck<Deck<Fault>> others() {
        List<Service> all = List.of(Service.values());
        return deck(List.of(
                deck(Stream.of(Moment.INSERT_SENT, Moment.FINISH_SENT, Moment.CLAIM_ANSWERED)
                        .map(moment -> new Fault.Zombie(any(), moment, AWAY))),
                deck(Stream.of(Moment.INSERT_SENT, Moment.FINISH_SENT)
                        .map(moment -> new Fault.LateDelivery(any(), moment, AWAY))),
                deck(all.stream().map(store -> new Fault.PauseStore(store, seconds(4, 12)))),
                deck(all.stream().map(store -> new Fault.Cut(any(), store, seconds(2, 8)))),
                deck(all.stream().map(store -> new Fault.Slow(any(), store, delay(), seconds(4, 8)))),
                deck(all.stream().map(store -> new Fault.Silence(any(), store, seconds(4, 12)))),
                deck(all.stream().map(store -> new Fault.Strand(any(), store))),
                deck(Stream.of(new Fault.Rebalance(seconds(2, 5)))),
                deck(Stream.of(new Fault.Leave(0), new Fault.Leave(1))),
                deck(Stream.of(Service.CLICKHOUSE, Service.POSTGRES)
                        .map(store -> new Fault.FullDisk(store, seconds(4, 8)))),
                deck(Stream.of(new Fault.PoisonBurst(500), new Fault.PoisonBurst(2_000)))));
    }

    private Deck<Fault> deck(Stream<? extends Fault> faults) {
        return deck(faults.<Fault>map(fault -> fault).toList());
    }

    private <T> Deck<T> deck(List<T> cards) {
        return new Deck<>(cards, random);
    }

    private Duration delay() {
        return Duration.ofMillis(50 + random.nextInt(250));
    }

    private int any() {
        return random.nextInt(2);
    }

    private Duration seconds(int from, int to) {
        return Duration.ofMillis(1_000L * from + random.nextInt(1_000 * (to - from)));
    }
}
