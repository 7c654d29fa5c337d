package net.dotmac.devtools.simulator;

import java.util.UUID;

/** A product somebody has or had, with what was measured of it. */
final class Holding {

    final UUID productId;
    final UUID customerId;
    Account payer;
    UUID offering;
    boolean isEnded;

    Holding(UUID productId, Account payer, UUID offering) {
        this.productId = productId;
        this.customerId = payer.customerId();
        this.payer = payer;
        this.offering = offering;
    }
}
