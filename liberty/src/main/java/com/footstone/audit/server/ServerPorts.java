package com.footstone.audit.server;

import java.util.List;

import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.dev.process.ServicePort;

/**
 * The three ports of a server, all on loopback.
 *
 * @param api REST
 * @param management probes and metrics
 * @param admin Admin Center, by TLS
 */
public record ServerPorts(ServicePort api, ServicePort management, ServicePort admin) {

    /** Free ports, for a server beside others. */
    public static ServerPorts free() {
        FreePorts free = new FreePorts();
        return new ServerPorts(free.next("http.port"), free.next("management.port"), free.next("admin.port"));
    }

    public String apiUrl() {
        return "http://127.0.0.1:" + api.number() + "/api/v1";
    }

    public String openApiUrl() {
        return "http://127.0.0.1:" + api.number() + "/openapi";
    }

    public String healthUrl() {
        return "http://127.0.0.1:" + management.number() + "/health";
    }

    public String metricsUrl() {
        return "http://127.0.0.1:" + management.number() + "/metrics";
    }

    public String adminCenterUrl() {
        return "https://127.0.0.1:" + admin.number() + "/adminCenter/";
    }

    /**
     * Checks that nobody listens on them.
     *
     * @throws com.footstone.audit.dev.process.ServiceException if a port is in use
     */
    public void requireFree(String service) {
        for (ServicePort port : List.of(api, management, admin)) {
            port.requireFree(service);
        }
    }
}
