package com.footstone.audit.detect;

import java.util.Objects;

import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.sink.anomaly.Acquaintances;

/**
 * What a detector may ask.
 *
 * @param activity answers what was done in a window
 * @param acquaintances remembers who had to do with what
 */
public record Knowledge(ActivityQueries activity, Acquaintances acquaintances) {

    public Knowledge {
        Objects.requireNonNull(activity, "activity is null");
        Objects.requireNonNull(acquaintances, "acquaintances is null");
    }
}
