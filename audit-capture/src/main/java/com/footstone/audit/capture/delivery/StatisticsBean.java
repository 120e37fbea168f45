package com.footstone.audit.capture.delivery;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows statistics in JMX while capture runs. */
final class StatisticsBean implements CaptureStatisticsMXBean {

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsBean.class);

    private final Supplier<CaptureStatistics> statistics;
    private final String name;

    private StatisticsBean(Supplier<CaptureStatistics> statistics, String token) {
        this.statistics = statistics;
        this.name = "com.footstone.audit:type=Capture,producer=" + token;
    }

    /** Shows them, where JMX allows. */
    static StatisticsBean register(Supplier<CaptureStatistics> statistics, String token) {
        StatisticsBean bean = new StatisticsBean(statistics, token);
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(bean, new ObjectName(bean.name));
        } catch (JMException | SecurityException e) {
            LOG.info("Capture of SQL is not shown in JMX ({})", e.getClass().getName());
        }
        return bean;
    }

    void unregister() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(name));
        } catch (JMException | SecurityException e) {
            LOG.debug("Capture of SQL was not shown in JMX ({})", e.getClass().getName());
        }
    }

    @Override
    public long getCaptured() {
        return statistics.get().captured();
    }

    @Override
    public long getSent() {
        return statistics.get().sent();
    }

    @Override
    public long getDropped() {
        return statistics.get().dropped();
    }

    @Override
    public long getQueuedBytes() {
        return statistics.get().queuedBytes();
    }

    @Override
    public long getFailures() {
        return statistics.get().failures();
    }
}
