package com.footstone.audit.inserver.stage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.event.container.AfterStop;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

import com.footstone.audit.dev.DevServices;
import com.footstone.audit.dev.DevSettings;
import com.footstone.audit.dev.process.FreePorts;

/**
 * Sets the stage for all tests in the server: the stores, and a server folder that knows where they are. The stores may be
 * the user's own, named by the environment; the tests keep to a schema and a database of their own in them.
 */
public final class InServerStage implements LoadableExtension {

    /** Folder of everything that the tests leave behind. */
    private static final Path FOLDER =
            Path.of(System.getProperty("test.folder")).resolveSibling("in-server");

    private static final Path USER = FOLDER.resolve("usr");

    /** Folder of the server. */
    static Path server() {
        return ServerFolder.in(USER);
    }

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Stage.class);
    }

    /** Hears from Arquillian what it is about to do. */
    public static final class Stage {

        private DevServices services;

        /** Before any container is set up. */
        public void set(@Observes ContainerRegistry registry) throws SQLException {
            services = DevServices.start(
                    DevSettings.ofThisProcess().withData(FOLDER.resolve("data")).withEnvironment(withoutKafka()));
            OwnStores stores = OwnStores.in(services.addresses());
            stores.empty();
            ServerFolder server = new ServerFolder(USER, new FreePorts());
            server.write(stores);
            for (Container<?> container : registry.getContainers()) {
                container
                        .getContainerConfiguration()
                        .property("usrDir", server.user().toString())
                        .property("httpPort", String.valueOf(server.httpPort()));
            }
        }

        /** When the server is down. */
        public void strike(@Observes AfterStop event) {
            if (services != null) {
                services.close();
            }
        }

        /** The intake stays closed in these tests, so there is nothing to consume from. */
        private static Map<String, String> withoutKafka() {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("KAFKA_BOOTSTRAP_SERVERS", ServerFolder.NO_KAFKA);
            return environment;
        }
    }
}
