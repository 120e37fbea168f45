package com.footstone.audit.faults.proxy;

import java.util.List;

/** Follows the traffic of one connection, well enough to tell the moments in it. Safe for use by both directions. */
interface Conversation {

    /** Reads what the service sends on. */
    List<Found> sent(byte[] bytes, int length);

    /** Reads what is answered. */
    List<Found> answered(byte[] bytes, int length);
}
