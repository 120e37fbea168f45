package com.footstone.audit.analysis;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

/** Makes the application's {@link Analyser}, by configuration and with threads that live as long as the application. */
@ApplicationScoped
public class AnalyserProvider {

    private final AnalysisSettings settings;
    private final ParserThreads threads;

    /** For the container's proxies. */
    protected AnalyserProvider() {
        settings = null;
        threads = null;
    }

    @Inject
    public AnalyserProvider(Config config) {
        settings = AnalysisSettings.from(config);
        threads = new ParserThreads(settings.parserThreads());
    }

    /** The one analyser of the application, with its parser loaded. */
    @Produces
    @Singleton
    public Analyser analyser() {
        Analyser analyser = new Analyser(settings, threads);
        analyser.warmUp();
        return analyser;
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
