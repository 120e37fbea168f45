package com.footstone.audit.custody;

import java.time.Clock;
import java.time.Instant;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.InstanceRoles;
import com.footstone.audit.query.StoreFault;
import com.footstone.audit.sink.Releases;
import com.footstone.audit.sink.SinkSettings;

/**
 * Does every minute what is due: finishes erasures, and releases what is older than events are kept. It goes with the
 * intake, which writes all the rest.
 */
@Startup
@Singleton
@DependsOn("ConfigurationCheck")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Custodian {

    private static final System.Logger LOG = System.getLogger(Custodian.class.getName());

    @Resource
    private TimerService timers;

    @Inject
    private Config config;

    @Inject
    private EventErasure erasure;

    @Inject
    private Releases releases;

    private final Clock clock = Clock.systemUTC();

    @PostConstruct
    void begin() {
        if (InstanceRoles.from(config).intake()) {
            timers.createCalendarTimer(new ScheduleExpression().hour("*").minute("*"), new TimerConfig(null, false));
        }
    }

    @Timeout
    void lookAround() {
        try {
            erasure.finishPending();
            release(clock.instant());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Retention and erasures are looked at again in a minute: a store {0}",
                    StoreFault.behind(e).reason());
        }
    }

    /** Releases what is older than events are kept, counted back from a time. */
    public void release(Instant now) {
        int days = SinkSettings.from(config).eventDays();
        releases.partitions().forEach(partition -> releases.release(partition, days, now));
    }
}
