package com.footstone.audit.detect;

import java.util.Optional;

import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.query.FaultNotice;
import com.footstone.audit.sink.anomaly.Detections;
import com.footstone.audit.sink.anomaly.Kept;
import com.footstone.audit.sink.anomaly.Schedule;

/** One detector at work: takes its turns as they are due, and tells how that goes. For one thread. */
final class Post {

    /** Windows of a detector that a look takes, so that after an outage the others have their turns as well. */
    static final int MOST_WINDOWS = 60;

    private static final System.Logger LOG = System.getLogger(Post.class.getName());

    private final String detector;
    private final DetectionMetrics metrics;
    private final FaultNotice notice;
    private Detector.Look looking;
    private boolean begun;
    private boolean behind;

    Post(String detector, DetectionMetrics metrics) {
        this.detector = detector;
        this.metrics = metrics;
        notice = new FaultNotice(LOG, "The detector " + detector + " cannot look");
        metrics.announce(detector);
    }

    /** This post, which judges so from now on. */
    Post looking(Detector.Look look) {
        looking = look;
        return this;
    }

    String detector() {
        return detector;
    }

    /** Judges what is due. A failure harms no other detector, and the window is judged at the next look. */
    void look(Detections turns, Schedule schedule, Knowledge knowledge) {
        try {
            if (!begun) {
                turns.begin(detector, schedule.beginning());
                begun = true;
            }
            int windows = 0;
            while (windows < MOST_WINDOWS && judged(turns, schedule, knowledge)) {
                windows++;
            }
            progress(windows == MOST_WINDOWS);
            notice.over();
        } catch (RuntimeException e) {
            notice.failed(e);
        }
    }

    private boolean judged(Detections turns, Schedule schedule, Knowledge knowledge) {
        Optional<Kept> kept = turns.judge(detector, schedule, window -> looking.at(window, knowledge));
        kept.ifPresent(this::tell);
        return kept.isPresent();
    }

    private void tell(Kept kept) {
        metrics.judged(detector, kept);
        if (kept.skipped() > 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The detector {0} stood still for so long that {1} windows are not judged any more"
                            + " (audit.detection.longest)",
                    detector,
                    kept.skipped());
        }
        if (kept.more()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "The detector {0} found more than {1} subjects in a window; the worst are kept",
                    detector,
                    ActivityQueries.MOST);
        }
    }

    private void progress(boolean more) {
        if (more != behind) {
            LOG.log(
                    System.Logger.Level.INFO,
                    more ? "The detector {0} is behind and catches up" : "The detector {0} has caught up",
                    detector);
        }
        behind = more;
    }
}
