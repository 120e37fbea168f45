package com.footstone.audit.signing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.model.evidence.Seal;
import com.footstone.audit.model.evidence.Signable;
import com.footstone.audit.model.evidence.SigningKey;

/** Signs in the name of the service. */
@ApplicationScoped
public class Signatory {

    @Inject
    private Config config;

    private SigningKey key;

    @PostConstruct
    void prepare() {
        key = SigningSettings.from(config).key();
    }

    public Seal sign(Signable statement) {
        return key.sign(statement);
    }

    /** What verifies the signatures, in PEM. */
    public String publicPem() {
        return key.publicPem();
    }
}
