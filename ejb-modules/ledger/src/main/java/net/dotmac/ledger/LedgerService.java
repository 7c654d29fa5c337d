package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.persistence.AllocationWriter;
import net.dotmac.ledger.persistence.DocumentBulkWriter;
import net.dotmac.ledger.persistence.LedgerRepository;
import net.dotmac.ledger.persistence.LedgerRepository.Cause;
import net.dotmac.ledger.persistence.OpenBooks;
import net.dotmac.ledger.persistence.PeriodRepository;

/** Books documents and money, settles the one with the other, and tells balances. */
@Stateless
@Interceptors(CallInterceptor.class)
public class LedgerService {

    @Inject
    private LedgerRepository repository;

    @Inject
    private DocumentBulkWriter bulkWriter;

    @Inject
    private BusinessClock clock;

    @Inject
    private PeriodRepository periods;

    @Inject
    private AllocationWriter allocations;

    /** The first day that can be booked on; {@link LocalDate#MIN} if no month was ever closed. */
    @Requires("ledger.read")
    public LocalDate openFrom() {
        return OpenBooks.after(periods.lastClosed()).from();
    }

    /** Books issued documents, in a closed month as of the first open day; nothing is settled by it. */
    @Requires("ledger.book")
    public void bookDocuments(List<DocumentPosting> postings) {
        if (!postings.isEmpty()) {
            bulkWriter.write(postings, held());
        }
    }

    /**
     * Books what is given up of an account's receivables, with negative amounts, or what comes back of it; nothing is settled by
     * it.
     */
    @Requires("ledger.book")
    public void bookWriteOff(DocumentPosting posting) {
        bulkWriter.writeOff(posting, held());
    }

    /**
     * Books money that came in: it is the account's credit until something is settled with it.
     *
     * @param bookedOn the day of the money
     * @param choice where that day comes from
     * @throws DomainException {@code period-closed} if a person chose a day of a closed month and the tenant refuses
     *     those
     */
    @Requires("ledger.book")
    public void bookPayment(UUID paymentId, UUID billingAccountId, Money amount, LocalDate bookedOn, DayChoice choice) {
        OpenBooks books = held();
        if (choice == DayChoice.CHOSEN && periods.chosenDays() == ChosenDays.REFUSE) {
            books.requireOpen(bookedOn);
        }
        LocalDate day = books.forward(bookedOn);
        repository.add(new OpenItem(
                paymentId, billingAccountId, false, amount.currency(), amount.minor(), amount.minor(), day, day));
        repository.addJournal(
                LedgerAccount.BANK,
                LedgerAccount.CUSTOMER_CREDIT,
                amount.minor(),
                new Cause("payment", paymentId, billingAccountId, amount.currency(), day)
                        .forwardedFrom(books.forwardedFrom(bookedOn)));
    }

    /**
     * Settles what an account owes with what it has to its credit: due first first, oldest credit first.
     *
     * @param first settled before all others if it is open, or null
     * @return how much was settled per receivable, minor units
     */
    @Requires("ledger.book")
    public Map<UUID, Long> settle(UUID billingAccountId, UUID first, LocalDate bookedOn) {
        return allocations.settle(billingAccountId, first, bookedOn, held());
    }

    /** Settles what these accounts owe with what they have to their credit; those without credit cost nothing. */
    @Requires("ledger.book")
    public void settleCredits(Collection<UUID> billingAccountIds, LocalDate bookedOn) {
        OpenBooks books = held();
        repository
                .accountsWithCredit(billingAccountIds)
                .forEach(account -> allocations.settle(account, null, bookedOn, books));
    }

    /**
     * Takes a payment back: what it settled is open again, and the money leaves the bank. What of it was paid out or moved to
     * another account stays there: it is a debt of the account, among the receivables that are open again.
     *
     * @return the receivables that are open again, with the amounts
     * @throws DomainException {@code not-found} if no such payment was booked
     */
    @Requires("ledger.book")
    public Map<UUID, Long> reversePayment(UUID paymentId, LocalDate bookedOn) {
        OpenBooks books = held();
        OpenItem credit =
                repository.lock(paymentId).orElseThrow(() -> DomainException.notFound("booked payment", paymentId));
        return allocations.takeBack(credit, bookedOn, books);
    }

    /** What is open of these documents and payments; unknown ids are left out. */
    @Requires("ledger.read")
    public Map<UUID, OpenItem> items(Collection<UUID> documentIds) {
        return repository.items(documentIds).stream()
                .collect(Collectors.toMap(OpenItem::documentId, Function.identity()));
    }

    /** What these payments and credit notes settle now: amounts in minor units by receivable, in the order of their issue. */
    @Requires("ledger.read")
    public Map<UUID, Map<UUID, Long>> settledBy(Collection<UUID> creditIds) {
        Map<UUID, Map<UUID, Long>> settled = new HashMap<>();
        for (LedgerRepository.Settled row : repository.settledBy(creditIds)) {
            settled.computeIfAbsent(row.creditId(), id -> new LinkedHashMap<>())
                    .put(row.receivableId(), row.amountMinor());
        }
        return settled;
    }

    /** Everything open of an account, due first first. */
    @Requires("ledger.read")
    public List<OpenItem> open(UUID billingAccountId) {
        return repository.open(billingAccountId);
    }

    /** What these accounts owe and have to their credit today; an account with nothing open is left out. */
    @Requires("ledger.read")
    public List<AccountBalance> balances(Collection<UUID> billingAccountIds) {
        return repository.balances(billingAccountIds, clock.today());
    }

    /** What is owed today by currency and age, youngest first; a currency with nothing open is left out. */
    @Requires("ledger.read")
    public List<ReceivablesAge> receivablesByAge() {
        Map<String, Map<ReceivablesAge.Band, ReceivablesAge>> bands = new TreeMap<>();
        for (var open : repository.openReceivables(clock.today())) {
            ReceivablesAge.Band band = ReceivablesAge.Band.of(open.daysOverdue());
            bands.computeIfAbsent(open.currency(), currency -> new EnumMap<>(ReceivablesAge.Band.class))
                    .merge(
                            band,
                            new ReceivablesAge(open.currency(), band, open.openMinor(), open.documents()),
                            (a, b) -> new ReceivablesAge(
                                    a.currency(),
                                    band,
                                    Math.addExact(a.openMinor(), b.openMinor()),
                                    a.documents() + b.documents()));
        }
        return bands.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    /** All balances as of a day, and whether the control accounts agree with the open items of that day. */
    @Requires("ledger.read")
    public TrialBalance trialBalance(LocalDate asOf) {
        return TrialBalance.of(repository.accounts(asOf), repository.openItems(asOf));
    }

    /** Read once for each call; no month is closed before its transaction ends. */
    private OpenBooks held() {
        return OpenBooks.after(periods.holdBooks());
    }
}
