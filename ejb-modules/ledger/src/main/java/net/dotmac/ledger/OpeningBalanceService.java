package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.persistence.OpenBooks;
import net.dotmac.ledger.persistence.OpeningItemWriter;
import net.dotmac.ledger.persistence.PeriodRepository;

/** Books what accounts owed and had to their credit before they came here, against the opening balance. */
@Stateless
@Interceptors(CallInterceptor.class)
public class OpeningBalanceService {

    @Inject
    private OpeningItemWriter writer;

    @Inject
    private PeriodRepository periods;

    @Inject
    private BusinessClock clock;

    /**
     * Books items as of today, or of the first open day if that comes later; nothing is settled by it. They are due when they were
     * due before, and so as old.
     */
    @Requires("ledger.book")
    public void book(List<OpeningItem> items) {
        if (!items.isEmpty()) {
            writer.write(items, OpenBooks.after(periods.holdBooks()).forward(clock.today()));
        }
    }
}
