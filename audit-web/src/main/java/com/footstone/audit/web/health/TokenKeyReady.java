package com.footstone.audit.web.health;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import com.footstone.audit.config.InstanceRoles;

/**
 * Ready is an instance that could verify a token, if it is asked at all: a wrong address must hold a roll-out back. Once the
 * key was there, an issuer that is away makes no instance unready, since the server remembers the key.
 */
@Readiness
@ApplicationScoped
public class TokenKeyReady implements HealthCheck {

    @Inject
    Answers answers;

    @Inject
    Config config;

    private volatile boolean found;

    @Override
    public HealthCheckResponse call() {
        Optional<String> fault = found ? Optional.empty() : fault();
        found = fault.isEmpty();
        return answers.of("tokens", fault);
    }

    private Optional<String> fault() {
        if (!InstanceRoles.from(config).api()
                || value("mp.jwt.verify.publickey").isPresent()) {
            return Optional.empty();
        }
        return value(TokenKey.LOCATION)
                .map(location -> new TokenKey(location).fault())
                .orElse(Optional.of("neither mp.jwt.verify.publickey nor " + TokenKey.LOCATION
                        + " is set, so that no token is accepted; set one of them (environment variables"
                        + " MP_JWT_VERIFY_PUBLICKEY, MP_JWT_VERIFY_PUBLICKEY_LOCATION)"));
    }

    private Optional<String> value(String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
