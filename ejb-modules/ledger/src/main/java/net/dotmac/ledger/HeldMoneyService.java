package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.persistence.HeldMoneyWriter;
import net.dotmac.ledger.persistence.OpenBooks;
import net.dotmac.ledger.persistence.PeriodRepository;

/** Books money that is held for somebody: neither revenue nor credit that the next bill may use. */
@Stateless
@Interceptors(CallInterceptor.class)
public class HeldMoneyService {

    @Inject
    private HeldMoneyWriter writer;

    @Inject
    private PeriodRepository periods;

    /**
     * Puts away a part of what an account has to its credit, oldest first.
     *
     * @param holding what it is for; its amount is not read. It comes to be by its first money
     * @param creditId the payment or credit note whose money it must be, or null for any
     * @param amount above zero
     * @throws DomainException {@code credit-too-small}; {@code invalid-value} if nothing of this payment is left
     */
    @Requires("ledger.book")
    public void putAway(HeldMoney holding, UUID creditId, Money amount, LocalDate bookedOn) {
        writer.putAway(holding, creditId, amount, bookedOn, held());
    }

    /**
     * Gives back what is held: the credits it came from are open again, the latest first.
     *
     * @param amount above zero
     * @throws DomainException {@code held-too-little}; {@code not-found} if nothing was ever held for it
     */
    @Requires("ledger.book")
    public void giveBack(UUID heldId, Money amount, LocalDate bookedOn) {
        writer.giveBack(heldId, amount.minor(), bookedOn, held());
    }

    /**
     * Pays an account with what is held for somebody else, as a voucher does: it is the account's credit under the id of the
     * payment, and nothing is settled by it.
     *
     * @throws DomainException {@code held-too-little}; {@code not-found} if nothing was ever held for it
     */
    @Requires("ledger.book")
    public void pay(UUID heldId, PaymentPosting payment) {
        writer.pay(heldId, payment, held());
    }

    /**
     * Books out all that is left, for nobody can ask for it any more.
     *
     * @throws DomainException {@code not-found} if nothing was ever held for it
     */
    @Requires("ledger.book")
    public void forfeit(UUID heldId, LocalDate bookedOn) {
        writer.forfeit(heldId, bookedOn, held());
    }

    /** What is held for these; one that nothing was ever held for is left out. */
    @Requires("ledger.read")
    public List<HeldMoney> held(Collection<UUID> ids) {
        return writer.held(ids);
    }

    /** All that an account of the ledger owed on a day, by whom it was held for; nothing held is left out. */
    @Requires("ledger.read")
    public List<HeldMoney> heldOn(LedgerAccount account, LocalDate day) {
        return writer.heldOn(account, day);
    }

    private OpenBooks held() {
        return OpenBooks.after(periods.holdBooks());
    }
}
