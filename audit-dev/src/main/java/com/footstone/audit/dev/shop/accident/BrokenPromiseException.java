package com.footstone.audit.dev.shop.accident;

/** An accident went otherwise than promised, so the shop's data or its database are not what they should be. */
public final class BrokenPromiseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    BrokenPromiseException(Accident accident, String fact) {
        super(accident.label() + " promises " + accident.promise() + ", but " + fact
                + ": empty the shop's database to have it installed anew");
    }
}
