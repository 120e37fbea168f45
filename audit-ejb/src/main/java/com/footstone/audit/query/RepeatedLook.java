package com.footstone.audit.query;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at something from time to time. A look that fails is followed by the next: nothing is lost by being late. */
public final class RepeatedLook {

    private static final Duration OFTEN = Duration.ofSeconds(5);

    private final FaultNotice notice;
    private final Look look;
    private final Duration interval;
    private Future<?> looking;
    private boolean ended;

    /** Looks every few seconds. */
    public RepeatedLook(FaultNotice notice, Look look) {
        this(notice, look, OFTEN);
    }

    /**
     * @param interval between the end of a look and the next
     */
    public RepeatedLook(FaultNotice notice, Look look, Duration interval) {
        this.notice = notice;
        this.look = look;
        this.interval = interval;
    }

    /** Begins at once, unless it has ended. */
    public synchronized void begin(ScheduledExecutorService executor) {
        if (!ended) {
            looking = executor.scheduleWithFixedDelay(this::lookOnce, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends for good; a look that has begun is finished. */
    public synchronized void end() {
        ended = true;
        if (looking != null) {
            looking.cancel(false);
        }
    }

    /** Looks once, before it begins. Never fails. */
    public void lookOnce() {
        try {
            look.look();
            notice.over();
        } catch (SQLException | RuntimeException e) {
            notice.failed(e);
        }
    }

    /** What is done each time. */
    @FunctionalInterface
    public interface Look {
        void look() throws SQLException;
    }
}
