package com.footstone.audit.detect;

import java.util.Objects;

import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.sink.anomaly.Acquaintances;
import com.footstone.audit.sink.anomaly.Presences;
import com.footstone.audit.sink.anomaly.Volumes;

/**
 * What a detector may ask.
 *
 * @param activity answers what was done in a window
 * @param acquaintances remembers who had to do with what
 * @param presences remembers who was there when
 * @param volumes remembers how much was done in an hour
 */
public record Knowledge(ActivityQueries activity, Acquaintances acquaintances, Presences presences, Volumes volumes) {

    public Knowledge {
        Objects.requireNonNull(activity, "activity is null");
        Objects.requireNonNull(acquaintances, "acquaintances is null");
        Objects.requireNonNull(presences, "presences is null");
        Objects.requireNonNull(volumes, "volumes is null");
    }
}
