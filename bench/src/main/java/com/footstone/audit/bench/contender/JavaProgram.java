package com.footstone.audit.bench.contender;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.footstone.audit.bench.stage.Run;
import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.dev.process.ManagedService;
import com.footstone.audit.dev.process.ServicePort;

/**
 * A contender that is a plain Java program. It listens nowhere: that it is at work is seen by what it stores.
 *
 * @param name for messages
 * @param run what it works on
 * @param command program and arguments
 * @param environment variables beside those of the run
 */
record JavaProgram(String name, Run run, List<String> command, Map<String, String> environment, ServicePort port)
        implements ManagedService {

    JavaProgram(String name, Run run, List<String> command, Map<String, String> environment) {
        this(name, run, command, environment, new FreePorts().next("none"));
    }

    @Override
    public void prepare() {
        // Everything is built.
    }

    @Override
    public ChildProcess launch() throws IOException {
        Map<String, String> variables = new HashMap<>(run.environment());
        variables.putAll(environment);
        return ChildProcess.start(command, variables, run.folder().resolve("console.log"));
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void complete() {
        // Nothing is to be made.
    }
}
