package com.footstone.audit.bench.contender;

import com.footstone.audit.bench.stage.Run;
import com.footstone.audit.dev.process.ManagedService;

/** A program that takes events from a topic and stores them in its table {@code events}. */
public interface Contender {

    /** Name in reports; of small letters, also that of its databases. */
    String name();

    /** The program for one run; nothing is started. */
    ManagedService service(Run run);
}
