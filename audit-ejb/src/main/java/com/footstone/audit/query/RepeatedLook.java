package com.footstone.audit.query;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the stores every few seconds. A look that fails is followed by the next: nothing is lost by being late. */
public final class RepeatedLook {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final FaultNotice notice;
    private final Look look;
    private Future<?> looking;
    private boolean ended;

    public RepeatedLook(FaultNotice notice, Look look) {
        this.notice = notice;
        this.look = look;
    }

    /** Begins at once, unless it has ended. */
    public synchronized void begin(ScheduledExecutorService executor) {
        if (!ended) {
            looking = executor.scheduleWithFixedDelay(this::lookOnce, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends for good; a look that has begun is finished. */
    public synchronized void end() {
        ended = true;
        if (looking != null) {
            looking.cancel(false);
        }
    }

    private void lookOnce() {
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
