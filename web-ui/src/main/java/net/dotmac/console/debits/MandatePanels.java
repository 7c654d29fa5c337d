package net.dotmac.console.debits;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import net.dotmac.payments.DebitsInFlight;
import net.dotmac.payments.MandateService;

/** Makes the panel about direct debits for pages of billing accounts. */
@Dependent
public class MandatePanels {

    @Inject
    private MandateService mandates;

    @Inject
    private DebitsInFlight inFlight;

    public MandatePanel of(UUID accountId) {
        return new MandatePanel(mandates, inFlight, accountId);
    }
}
