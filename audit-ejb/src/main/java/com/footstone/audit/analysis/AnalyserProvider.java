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
    private final Schemas schemas;

    /** For the container's proxies. */
    protected AnalyserProvider() {
        settings = null;
        threads = null;
        schemas = null;
    }

    @Inject
    public AnalyserProvider(Config config, DeclaredSchemas declared) {
        settings = AnalysisSettings.from(config);
        threads = new ParserThreads(settings.parserThreads());
        schemas = declared.schemas();
    }

    /** The one analyser of the application, with its parser loaded. */
    @Produces
    @Singleton
    public Analyser analyser() {
        Analyser analyser = new Analyser(settings, threads, schemas);
        analyser.warmUp();
        return analyser;
    }

    /**
     * An analyser that remembers nothing of what others have read, nor they of what it reads: for texts that were redacted,
     * which have the fingerprints of their statements and are not always parsed as those are.
     */
    public Analyser apart() {
        return new Analyser(settings, threads, schemas);
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
