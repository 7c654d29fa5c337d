package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.HeldMoney;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.LedgerProblem;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.PaymentPosting;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.ledger.persistence.LedgerRepository.Cause;

/** Puts money away and gives it back, in journal, credits and what is held alike. */
@ApplicationScoped
public class HeldMoneyWriter {

    private static final String HELD =
            "select id, account, billing_account_id, currency, held_minor from ledger.held_money ";

    @Inject
    private Database database;

    @Inject
    private LedgerRepository ledger;

    @Inject
    private SettledDocuments documents;

    /** Takes open credits of the account, the oldest first. */
    public void putAway(HeldMoney holding, UUID creditId, Money amount, LocalDate bookedOn, OpenBooks books) {
        List<OpenItem> credits = ledger.lockOpen(holding.billingAccountId()).stream()
                .filter(item -> !item.isReceivable() && item.currency().equals(amount.currency()))
                .filter(item -> creditId == null || item.documentId().equals(creditId))
                .toList();
        if (creditId != null && credits.isEmpty()) {
            throw DomainException.invalid(
                    "paymentId", "The account has nothing to its credit from the payment " + creditId + ".");
        }
        long there = credits.stream().mapToLong(OpenItem::openMinor).sum();
        if (there < amount.minor()) {
            throw new DomainException(
                    LedgerProblem.CREDIT_TOO_SMALL,
                    "Found " + new Money(there, amount.currency()) + " to the account's credit, expected at least "
                            + amount + ". Record the payment first.",
                    "amount");
        }
        open(holding);
        List<UUID> used = new ArrayList<>();
        long left = amount.minor();
        for (OpenItem credit : credits) {
            long part = Math.min(left, credit.openMinor());
            if (part > 0) {
                move(holding, credit, part, books.latest(bookedOn, credit.bookedOn()));
                used.add(credit.documentId());
                left -= part;
            }
        }
        documents.changed(ledger.items(used));
    }

    /** Opens the credits again that the money came from, the latest first. */
    public void giveBack(UUID heldId, long amountMinor, LocalDate bookedOn, OpenBooks books) {
        HeldMoney holding = lock(heldId);
        if (holding.heldMinor() < amountMinor) {
            throw tooLittle(holding, amountMinor);
        }
        // In the order of whoever settles, who locks what is open of the account first.
        ledger.lockOpen(holding.billingAccountId());
        List<UUID> used = new ArrayList<>();
        long left = amountMinor;
        for (Source source : sources(heldId)) {
            long part = Math.min(left, source.minor());
            if (part > 0) {
                OpenItem credit = ledger.lock(source.creditId()).orElseThrow();
                move(holding, credit, -part, books.latest(bookedOn, source.lastOn()));
                used.add(credit.documentId());
                left -= part;
            }
        }
        documents.changed(ledger.items(used));
    }

    /** Takes what is held and gives it to an account as credit. */
    public void pay(UUID heldId, PaymentPosting payment, OpenBooks books) {
        HeldMoney holding = lock(heldId);
        Money amount = payment.amount();
        if (holding.heldMinor() < amount.minor() || !holding.currency().equals(amount.currency())) {
            throw tooLittle(holding, amount.minor());
        }
        LocalDate day = books.latest(payment.bookedOn(), lastOn(heldId));
        ledger.add(new OpenItem(
                payment.paymentId(),
                payment.billingAccountId(),
                false,
                amount.currency(),
                amount.minor(),
                amount.minor(),
                day,
                day));
        ledger.addJournal(
                holding.account(),
                LedgerAccount.CUSTOMER_CREDIT,
                amount.minor(),
                new Cause(
                        kind(holding.account()),
                        payment.paymentId(),
                        payment.billingAccountId(),
                        amount.currency(),
                        day));
        change(heldId, null, -amount.minor(), day);
    }

    /** Books what is left as breakage. */
    public void forfeit(UUID heldId, LocalDate bookedOn, OpenBooks books) {
        HeldMoney holding = lock(heldId);
        if (holding.heldMinor() == 0) {
            return;
        }
        LocalDate day = books.latest(bookedOn, lastOn(heldId));
        ledger.addJournal(
                holding.account(),
                LedgerAccount.BREAKAGE,
                holding.heldMinor(),
                new Cause(kind(holding.account()), heldId, holding.billingAccountId(), holding.currency(), day));
        change(heldId, null, -holding.heldMinor(), day);
    }

    private LocalDate lastOn(UUID heldId) {
        return database.first(
                        "select max(booked_on) from ledger.held_movement where held_id = ?",
                        row -> row.getObject(1, LocalDate.class),
                        heldId)
                .orElseThrow();
    }

    public List<HeldMoney> held(Collection<UUID> ids) {
        return database.list(
                HELD + "where id = any(?) order by id", HeldMoneyWriter::holding, (Object) ids.toArray(UUID[]::new));
    }

    public List<HeldMoney> heldOn(LedgerAccount account, LocalDate day) {
        return database.list(
                "select h.id, h.account, h.billing_account_id, h.currency, sum(m.amount_minor)::bigint as held_minor "
                        + "from ledger.held_money h join ledger.held_movement m "
                        + "on m.tenant_id = h.tenant_id and m.held_id = h.id "
                        + "where h.account = ? and m.booked_on <= ? group by 1, 2, 3, 4 "
                        + "having sum(m.amount_minor) <> 0 order by 1",
                HeldMoneyWriter::holding,
                account.wire(),
                day);
    }

    /** @throws DomainException {@code payment-money-is-held} if something holds money of this payment */
    void requireNone(UUID creditId) {
        long minor = database.first(
                        "select coalesce(sum(amount_minor), 0)::bigint from ledger.held_movement where credit_id = ?",
                        row -> row.getLong(1),
                        creditId)
                .orElse(0L);
        if (minor != 0) {
            throw new DomainException(
                    LedgerProblem.MONEY_IS_HELD,
                    "Money of this payment is held as a deposit or a balance. Give that back to the account's credit, "
                            + "then take the payment back.");
        }
    }

    /** @param minor above zero to put away, below to give back */
    private void move(HeldMoney holding, OpenItem credit, long minor, LocalDate day) {
        Cause cause =
                new Cause(kind(holding.account()), holding.id(), holding.billingAccountId(), holding.currency(), day);
        // A credit that settles itself settles no document, and is less for all who read what is open.
        ledger.addAllocation(credit.documentId(), credit.documentId(), minor, day);
        ledger.changeOpen(credit.documentId(), -minor);
        ledger.addJournal(
                minor > 0 ? LedgerAccount.CUSTOMER_CREDIT : holding.account(),
                minor > 0 ? holding.account() : LedgerAccount.CUSTOMER_CREDIT,
                Math.abs(minor),
                cause);
        change(holding.id(), credit.documentId(), minor, day);
    }

    private void change(UUID heldId, UUID creditId, long byMinor, LocalDate day) {
        database.update("update ledger.held_money set held_minor = held_minor + ? where id = ?", byMinor, heldId);
        database.update(
                "insert into ledger.held_movement (tenant_id, id, held_id, credit_id, amount_minor, booked_on) "
                        + "values (?, ?, ?, ?, ?, ?)",
                tenant(),
                Ids.next(),
                heldId,
                creditId,
                byMinor,
                day);
    }

    private void open(HeldMoney holding) {
        database.update(
                "insert into ledger.held_money (tenant_id, id, account, billing_account_id, currency, held_minor) "
                        + "values (?, ?, ?, ?, ?, 0) on conflict do nothing",
                tenant(),
                holding.id(),
                holding.account().wire(),
                holding.billingAccountId(),
                holding.currency());
    }

    private HeldMoney lock(UUID id) {
        return database.first(HELD + "where id = ? for update", HeldMoneyWriter::holding, id)
                .orElseThrow(() -> DomainException.notFound("held money", id));
    }

    private List<Source> sources(UUID heldId) {
        return database.list(
                "select credit_id, sum(amount_minor)::bigint, max(booked_on) from ledger.held_movement "
                        + "where held_id = ? and credit_id is not null group by credit_id "
                        + "having sum(amount_minor) > 0 order by max(recorded_at) desc, credit_id desc",
                row -> new Source(row.getObject(1, UUID.class), row.getLong(2), row.getObject(3, LocalDate.class)),
                heldId);
    }

    private static String kind(LedgerAccount account) {
        return switch (account) {
            case DEPOSITS -> "deposit";
            case VOUCHERS -> "voucher";
            case PREPAID -> "prepaid";
            default -> throw new IllegalArgumentException(account + " holds nothing");
        };
    }

    private static DomainException tooLittle(HeldMoney holding, long wanted) {
        return new DomainException(
                LedgerProblem.HELD_TOO_LITTLE,
                "Found " + new Money(holding.heldMinor(), holding.currency()) + " held, expected at least "
                        + new Money(wanted, holding.currency()) + ".",
                "amount");
    }

    private static HeldMoney holding(ResultSet row) throws SQLException {
        return new HeldMoney(
                row.getObject("id", UUID.class),
                LedgerAccount.ofWire(row.getString("account")),
                row.getObject("billing_account_id", UUID.class),
                row.getString("currency"),
                row.getLong("held_minor"));
    }

    private static UUID tenant() {
        return CallContext.current().tenantId();
    }

    /** @param lastOn the day of its last movement */
    private record Source(UUID creditId, long minor, LocalDate lastOn) {}
}
