package com.footstone.audit.faults;

import java.time.Duration;

import com.footstone.audit.dev.Service;
import com.footstone.audit.faults.plan.Fault;
import com.footstone.audit.faults.proxy.Proxy;
import com.footstone.audit.faults.proxy.Weather;
import com.footstone.audit.faults.stage.Stage;

/** Does the faults of the network between one instance and one store. */
final class BadNetwork {

    private final Stage stage;
    private final Pause pause;

    BadNetwork(Stage stage, Pause pause) {
        this.stage = stage;
        this.pause = pause;
    }

    /** Lets time pass. */
    interface Pause {
        void pass(Duration time) throws InterruptedException;
    }

    void commit(Fault fault) throws InterruptedException {
        if (fault instanceof Fault.Cut cut) {
            during(cut.instance(), cut.store(), new Weather.Cut(), cut.length());
        } else if (fault instanceof Fault.Slow slow) {
            during(slow.instance(), slow.store(), new Weather.Slow(slow.delay()), slow.length());
        } else if (fault instanceof Fault.Silence silence) {
            during(silence.instance(), silence.store(), new Weather.Silent(), silence.length());
        } else if (fault instanceof Fault.Strand strand) {
            proxy(strand.instance(), strand.store()).strand();
        } else {
            throw new IllegalArgumentException("no fault of a network: " + fault);
        }
    }

    private void during(int instance, Service store, Weather weather, Duration length) throws InterruptedException {
        Proxy proxy = proxy(instance, store);
        proxy.set(weather);
        try {
            pause.pass(length);
        } finally {
            proxy.set(new Weather.Clear());
        }
    }

    private Proxy proxy(int instance, Service store) {
        return stage.instances().get(instance).proxy(store);
    }
}
