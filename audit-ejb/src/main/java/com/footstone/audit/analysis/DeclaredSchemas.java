package com.footstone.audit.analysis;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;

/** The schemas that the configuration names, read once at start. */
@ApplicationScoped
public class DeclaredSchemas implements SettingsSource {

    static final Setting<String> FOLDER = Setting.optional(
            "audit.analysis.schemas",
            "Folder with the DDL of databases, so that views and * are known for the columns behind them; see"
                    + " docs/schemas.md");

    private static final System.Logger LOG = System.getLogger(DeclaredSchemas.class.getName());

    @Inject
    Config config;

    private SchemaFiles.Reading reading;

    /** Without schemas until the configuration was read. */
    public DeclaredSchemas() {
        reading = nothing(List.of());
    }

    @PostConstruct
    void read() {
        read(FOLDER.read(config));
    }

    void read(String folder) {
        if (folder.isEmpty()) {
            return;
        }
        try (ParserThreads threads = new ParserThreads(1)) {
            reading = SchemaFiles.ofFolder(Path.of(folder), threads);
        } catch (InvalidPathException e) {
            reading = nothing(List.of("it is no name of a folder"));
        }
        reading.learned().forEach(file -> LOG.log(System.Logger.Level.INFO, "Learned a schema from {0}.", file));
        reading.notUnderstood()
                .forEach(lines -> LOG.log(
                        System.Logger.Level.WARNING,
                        "Tables or views that are created there are not known, or not in full, as the DDL was not understood:"
                                + " {0}.",
                        lines));
        reading.tookTooLong()
                .forEach(lines -> LOG.log(
                        System.Logger.Level.WARNING,
                        "Tables or views that are created there are not known, as reading them took too long: {0}.",
                        lines));
    }

    private static SchemaFiles.Reading nothing(List<String> faults) {
        return new SchemaFiles.Reading(Schemas.NONE, faults, List.of(), List.of(), List.of());
    }

    /** What is declared; nothing unless configured. */
    public Schemas schemas() {
        return reading.schemas();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(FOLDER);
    }

    /** A schema that is quietly not there would leave uses of sensitive columns unseen. */
    @Override
    public void verify(Config ignored) {
        if (!reading.faults().isEmpty()) {
            throw new ConfigurationException(
                    FOLDER.key(),
                    "names schemas that cannot be used; correct them (docs/schemas.md): "
                            + String.join("; ", reading.faults()));
        }
    }
}
