package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;
import net.dotmac.payments.BankTransactionDetails.Match;
import net.dotmac.payments.domain.BankEntry;
import net.dotmac.payments.domain.BankTransaction;
import net.dotmac.payments.domain.Candidates;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.domain.MatchPart;
import net.dotmac.payments.domain.MatchPolicy;
import net.dotmac.payments.persistence.BankMatchRepository;
import net.dotmac.payments.persistence.BankMatchRepository.Original;
import net.dotmac.payments.persistence.BankRepository;

/**
 * Looks at new movements, some at a time: what is sure becomes payments, as does the money of direct debits; returns take
 * theirs back, money that left settles payouts, and everything else is left open for staff. A movement leaves the state new in the transaction that holds its payments, so whoever
 * is killed here has posted all of some or nothing, and the next goes on with what is left.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class BankPostingService {

    @Inject
    private BankRepository repository;

    @Inject
    private BankMatchRepository matches;

    @Inject
    private CandidateFinder finder;

    @Inject
    private ReturnFinder returns;

    @Inject
    private DebitSettlement settlement;

    @Inject
    private PayoutSettlement payouts;

    @Inject
    private DebitOutcomes outcomes;

    @Inject
    private PaymentBatchService batch;

    @Inject
    private PaymentService payments;

    @Inject
    private BankRecords records;

    @Inject
    private BusinessClock clock;

    /**
     * Posts some movements.
     *
     * @param atMost 1 to 1,000
     * @return how many were looked at, 0 if none is left
     */
    @Requires("bank.write")
    public int postNext(int atMost) {
        List<BankTransaction> claimed = repository.claim(atMost);
        if (claimed.isEmpty()) {
            return 0;
        }
        Chunk chunk = chunk(claimed);
        post(chunk);
        claimed.forEach(movement -> movement.decide(
                chunk.posted.contains(movement.id()) ? BankTransaction.MATCHED : BankTransaction.OPEN,
                null,
                clock.now()));
        repository.flush();
        records.matched(
                claimed.stream()
                        .filter(each -> chunk.posted.contains(each.id()))
                        .toList(),
                chunk.rows);
        return claimed.size();
    }

    private Chunk chunk(List<BankTransaction> claimed) {
        List<BankEntry> entries = claimed.stream().map(BankTransaction::entry).toList();
        Candidates candidates = finder.quoted(entries);
        Map<UUID, List<DirectDebit>> debits = settlement.of(claimed);
        Map<String, List<Original>> originals = returns.originals(entries);
        Map<UUID, List<Match>> paidOut = payouts.settle(claimed);
        Chunk chunk = new Chunk();
        for (BankTransaction movement : claimed) {
            BankEntry entry = movement.entry();
            List<Original> taken = ReturnFinder.taken(entry, originals);
            if (paidOut.containsKey(movement.id())) {
                paidOut.get(movement.id()).forEach(match -> chunk.payOut(movement, match));
            } else if (debits.containsKey(movement.id())) {
                debits.get(movement.id()).forEach(debit -> chunk.collect(movement, debit));
            } else if (!taken.isEmpty() && chunk.isNew(taken)) {
                taken.forEach(original -> chunk.takeBack(movement, original));
            } else if (isRecent(entry.bookedOn())) {
                for (MatchPart part : MatchPolicy.certain(entry, candidates)) {
                    chunk.pay(movement, part);
                    candidates.paid(part);
                }
            }
        }
        return chunk;
    }

    /** Leaves the next movement to staff, with the reason: it could not be posted, and must not hold up the others. */
    @Requires("bank.write")
    public void setNextAside(String reason) {
        repository
                .claim(1)
                .forEach(movement -> movement.decide(
                        BankTransaction.OPEN, reason.length() <= 500 ? reason : reason.substring(0, 500), clock.now()));
    }

    /** Older money than payments may be is a person's to decide on. */
    private boolean isRecent(LocalDate bookedOn) {
        return bookedOn.isAfter(clock.today().minusYears(1));
    }

    private void post(Chunk chunk) {
        try (CallContext.Scope scope =
                CallContext.current().with("payment.write", "payment.reverse").bind()) {
            List<UUID> ids = batch.recordAll(chunk.payments);
            for (int i = 0; i < ids.size(); i++) {
                PaymentData payment = chunk.payments.get(i);
                chunk.rows.add(new BankMatchRepository.Row(
                        chunk.payers.get(i),
                        Match.ofPayment(
                                payment.billingAccountId(),
                                payment.invoiceId(),
                                ids.get(i),
                                payment.amount().minor(),
                                chunk.debits.containsKey(payment.processorId()) ? "directDebit" : "reference")));
            }
            collected(chunk, ids);
            for (Reversal each : chunk.reversals) {
                outcomes.returned(List.of(each.paymentId()), each.entry(), each.feeMinor());
                payments.reverse(each.paymentId(), BankPayments.returnReason(each.entry()));
            }
        }
        matches.add(chunk.rows);
    }

    private void collected(Chunk chunk, List<UUID> ids) {
        Map<LocalDate, Map<DirectDebit, UUID>> byDay = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            PaymentData payment = chunk.payments.get(i);
            DirectDebit debit = chunk.debits.get(payment.processorId());
            if (debit != null) {
                byDay.computeIfAbsent(payment.receivedOn(), day -> new HashMap<>())
                        .put(debit, ids.get(i));
            }
        }
        byDay.forEach((day, payments) -> outcomes.collected(payments, day));
    }

    private record Reversal(UUID paymentId, BankEntry entry, long feeMinor) {}

    /** What some movements become. */
    private final class Chunk {
        private final List<PaymentData> payments = new ArrayList<>();
        private final List<UUID> payers = new ArrayList<>();
        private final List<Reversal> reversals = new ArrayList<>();
        private final List<BankMatchRepository.Row> rows = new ArrayList<>();
        private final Map<String, DirectDebit> debits = new HashMap<>();
        private final Set<UUID> posted = new HashSet<>();
        private final Set<UUID> takenBack = new HashSet<>();

        boolean isNew(List<Original> originals) {
            return originals.stream().noneMatch(each -> takenBack.contains(each.paymentId()));
        }

        void pay(BankTransaction movement, MatchPart part) {
            payments.add(BankPayments.data(movement, part, payers.size(), clock.today()));
            payers.add(movement.id());
            posted.add(movement.id());
        }

        void payOut(BankTransaction movement, Match match) {
            rows.add(new BankMatchRepository.Row(movement.id(), match));
            posted.add(movement.id());
        }

        void collect(BankTransaction movement, DirectDebit debit) {
            payments.add(BankPayments.data(movement, debit, clock.today()));
            payers.add(movement.id());
            debits.put(debit.endToEndId(), debit);
            posted.add(movement.id());
        }

        void takeBack(BankTransaction movement, Original original) {
            long fee = original.isDirectDebit() ? -movement.amount().minor() - original.amountMinor() : 0;
            reversals.add(new Reversal(original.paymentId(), movement.entry(), fee));
            rows.add(new BankMatchRepository.Row(
                    movement.id(),
                    Match.ofPayment(
                            original.billingAccountId(),
                            original.invoiceId(),
                            original.paymentId(),
                            -original.amountMinor(),
                            "return")));
            takenBack.add(original.paymentId());
            posted.add(movement.id());
        }
    }
}
