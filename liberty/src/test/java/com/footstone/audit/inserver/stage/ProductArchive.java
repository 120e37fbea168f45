package com.footstone.audit.inserver.stage;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;

import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

import com.footstone.audit.inserver.InServer;
import com.footstone.audit.inserver.Stores;

/** The packaged application with tests in place of its web module, and with its intake closed. */
public final class ProductArchive {

    private static final String EJB_JAR = "audit-ejb.jar";
    private static final String TESTS = "tests.war";

    private static final String MODULES = """
            <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
              <module><ejb>audit-ejb.jar</ejb></module>
              <module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>
            </application>
            """;

    private final EnterpriseArchive archive;
    private final JavaArchive work;
    private final WebArchive tests = ShrinkWrap.create(WebArchive.class, TESTS);

    private ProductArchive(String name) {
        archive = ShrinkWrap.create(ZipImporter.class, name + ".ear")
                .importFrom(packaged())
                .as(EnterpriseArchive.class);
        work = archive.getAsType(JavaArchive.class, EJB_JAR);
        archive.delete(EJB_JAR);
        archive.delete("audit-web.war");
        // Reads from Kafka as soon as the stores answer.
        work.delete("com/footstone/audit/intake/Intake.class");
        tests.addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        tests.addClasses(InServer.class, Stores.class);
    }

    /** The application under a name of its own: the server remembers what became of each. */
    public static ProductArchive named(String name) {
        return new ProductArchive(name);
    }

    /** Adds classes to the tests' module. */
    public ProductArchive withTests(Class<?>... classes) {
        tests.addClasses(classes);
        return this;
    }

    /** Adds classes to the application's own module, where its beans are and what is not public can be reached. */
    public ProductArchive withBeans(Class<?>... classes) {
        work.addClasses(classes);
        return this;
    }

    /** Adds lines of configuration, as a library would bring them. */
    public ProductArchive configured(String... lines) {
        archive.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "configuration.jar")
                .addAsManifestResource(new StringAsset(String.join("\n", lines)), "microprofile-config.properties"));
        return this;
    }

    /** The archive to deploy. */
    public EnterpriseArchive build() {
        archive.setApplicationXML(new StringAsset(MODULES));
        archive.addAsModule(work);
        archive.addAsModule(tests);
        for (Class<?> one : new Class<?>[] {Assertions.class, Awaitility.class, Matcher.class}) {
            archive.addAsLibrary(library(one));
        }
        return archive;
    }

    private static File packaged() {
        return Path.of(System.getProperty("server.home"), "usr/servers/sql-audit-service/apps/audit.ear")
                .toFile();
    }

    private static File library(Class<?> one) {
        try {
            return Path.of(one.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toFile();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path holds what is not a path", e);
        }
    }
}
