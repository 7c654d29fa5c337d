package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.domain.InvoiceDraft.Billable;
import net.dotmac.billing.domain.InvoiceDraft.Blocked;
import net.dotmac.billing.domain.InvoiceDraft.DraftLine;
import net.dotmac.billing.domain.InvoiceDraft.NothingToBill;
import net.dotmac.catalog.PriceType;
import net.dotmac.services.SubscriptionItem;

/**
 * Works out the documents of one account: for each cycle date that is due its charges, their discounts, their tax.
 *
 * <p>First the charges of every item are computed, then what would stop the document is looked for, then the tax is added.
 * So an account without charges is never an exception, whatever else is wrong with it.
 */
public final class InvoiceCalculator {

    /** Ten years of cycles; whoever has more open has a wrong date, and not a bill. */
    static final int MAX_CYCLES = 120;

    private static final int MAX_BACKLOG_YEARS = 10;

    private final BillableAccount account;
    private final TaxRates rates;
    private final Map<UUID, ChargeMark> marks;
    private final Set<UUID> withLateUsage = new HashSet<>();

    private InvoiceCalculator(BillableAccount account, TaxRates rates) {
        this.account = account;
        this.rates = rates;
        this.marks = new HashMap<>(account.marks());
    }

    /**
     * The drafts of every cycle date of the account up to and including a day, in order.
     *
     * @param through bills cycle dates up to this day
     * @return empty if the account isn't due yet; after the first blocked cycle no further one is tried
     */
    public static List<InvoiceDraft> calculate(BillableAccount account, LocalDate through, TaxRates rates) {
        InvoiceCalculator calculation = new InvoiceCalculator(account, rates);
        List<InvoiceDraft> drafts = new ArrayList<>();
        LocalDate cycleDate = account.nextBillOn();
        while (!cycleDate.isAfter(through)) {
            InvoiceDraft draft = drafts.size() < MAX_CYCLES
                    ? calculation.draftSafely(cycleDate)
                    : calculation.blocked(
                            cycleDate,
                            BlockReason.BACKLOG_TOO_LONG,
                            "More than " + MAX_CYCLES + " cycles are open. Check the account's next billing date.");
            drafts.add(draft);
            if (draft instanceof Blocked) {
                break;
            }
            cycleDate = CycleCalculator.after(cycleDate, account.cycleDay());
        }
        return drafts;
    }

    /** A sum that fits nowhere is this account's trouble alone and must not stop the others. */
    private InvoiceDraft draftSafely(LocalDate cycleDate) {
        try {
            return draft(cycleDate);
        } catch (ArithmeticException e) {
            return blocked(
                    cycleDate,
                    BlockReason.AMOUNT_OUT_OF_RANGE,
                    "A sum is larger than can be stored. Check quantities and prices.");
        }
    }

    private InvoiceDraft draft(LocalDate cycleDate) {
        LocalDate nextBillOn = CycleCalculator.after(cycleDate, account.cycleDay());
        List<Charge> charges = new ArrayList<>();
        List<ChargeMark> moved = new ArrayList<>();
        for (SubscriptionItem item : account.items()) {
            Optional<Blocked> problem = itemProblem(item, cycleDate);
            if (problem.isPresent()) {
                return problem.get();
            }
            ChargeMark before = marks.get(item.id());
            ItemCharges ofItem = charge(item, before, cycleDate, nextBillOn);
            charges.addAll(ofItem.charges());
            if (ofItem.mark() != null && !ofItem.mark().equals(before) && hasMoved(ofItem, before, item)) {
                moved.add(ofItem.mark());
            }
        }
        if (charges.isEmpty()) {
            advance(moved);
            return new NothingToBill(account, cycleDate, nextBillOn, moved);
        }
        charges = new TaxPointCalculator(rates).apply(charges);
        Optional<Blocked> problem = problem(charges, cycleDate);
        if (problem.isPresent()) {
            return problem.get();
        }
        advance(moved);
        return billable(cycleDate, nextBillOn, charges, moved);
    }

    /** An item that has not begun has no mark; writing one down would be a row that says nothing. */
    private static boolean hasMoved(ItemCharges ofItem, ChargeMark before, SubscriptionItem item) {
        return before != null || !ofItem.mark().chargedThrough().equals(item.start());
    }

    private void advance(List<ChargeMark> moved) {
        moved.forEach(mark -> marks.put(mark.itemId(), mark));
    }

    private ItemCharges charge(SubscriptionItem item, ChargeMark mark, LocalDate cycleDate, LocalDate nextBillOn) {
        PriceType type = item.terms().type();
        return switch (type) {
            case RECURRING -> RecurringChargeCalculator.charge(item, account.cycleDay(), mark, cycleDate, nextBillOn);
            case ONE_TIME -> OneTimeChargeCalculator.charge(item, mark, cycleDate);
            case USAGE -> usage(item, mark, cycleDate);
            case CANCELLATION, PENALTY -> new ItemCharges(List.of(), mark);
        };
    }

    /** Late usage is on the first draft that has a place for it. */
    private ItemCharges usage(SubscriptionItem item, ChargeMark mark, LocalDate cycleDate) {
        List<ClosedUsage> late =
                withLateUsage.contains(item.id()) ? List.of() : account.usage().lateOf(item.id());
        ItemCharges charged = UsageChargeCalculator.charge(item, account, mark, cycleDate, late);
        if (charged.charges().stream().anyMatch(charge -> charge.kind() == LineKind.LATE_USAGE)) {
            withLateUsage.add(item.id());
        }
        return charged;
    }

    private Optional<Blocked> itemProblem(SubscriptionItem item, LocalDate cycleDate) {
        ChargeMark mark = marks.get(item.id());
        LocalDate from = mark == null ? item.start() : mark.chargedThrough();
        boolean isOver = item.end() != null && !from.isBefore(item.end());
        if (item.terms().type() == PriceType.USAGE && item.terms().tariff() == null) {
            return Optional.of(blocked(
                    cycleDate,
                    BlockReason.NO_TARIFF,
                    "The price of " + PriceCalculator.description(item) + " has no tariff. Add one to the price."));
        }
        if (item.terms().type() != PriceType.ONE_TIME
                && !item.terms().type().isChargedAtEnd()
                && !isOver
                && from.isBefore(cycleDate.minusYears(MAX_BACKLOG_YEARS))) {
            return Optional.of(blocked(
                    cycleDate,
                    BlockReason.BACKLOG_TOO_LONG,
                    PriceCalculator.description(item) + " is not charged since " + from
                            + ". Check the start of the product."));
        }
        return Optional.empty();
    }

    private Optional<Blocked> problem(List<Charge> charges, LocalDate cycleDate) {
        if (account.onHold()) {
            return Optional.of(
                    blocked(cycleDate, BlockReason.ON_HOLD, "The account is on hold. Release it to have it billed."));
        }
        for (Charge charge : charges) {
            if (!charge.currency().equals(account.currency())) {
                return Optional.of(blocked(
                        cycleDate,
                        BlockReason.CURRENCY_MISMATCH,
                        charge.description() + " is priced in " + charge.currency() + ", the account is in "
                                + account.currency() + ". Change the account's currency or the product's price."));
            }
        }
        if (account.billTo() == null || account.billTo().address() == null) {
            return Optional.of(blocked(
                    cycleDate,
                    BlockReason.MISSING_ADDRESS,
                    "The customer has no postal address, which an invoice must show. Add one."));
        }
        for (Charge charge : charges) {
            if (rates.on(charge.taxCategory(), charge.taxPoint()).isEmpty()) {
                return Optional.of(blocked(cycleDate, BlockReason.NO_TAX_CATEGORY, taxDetail(charge)));
            }
        }
        return Optional.empty();
    }

    private static String taxDetail(Charge charge) {
        return charge.taxCategory() == null
                ? "The price of " + charge.description() + " has no tax category. Choose one."
                : "The tax category " + charge.taxCategory() + " of " + charge.description() + " has no rate on "
                        + charge.taxPoint() + ". Add the rate or choose another category.";
    }

    private Billable billable(LocalDate cycleDate, LocalDate nextBillOn, List<Charge> charges, List<ChargeMark> moved) {
        boolean isExempt = account.treatment() != TaxTreatment.STANDARD;
        TaxCalculator.Taxed taxed = TaxCalculator.calculate(charges.stream()
                .map(charge -> new TaxCalculator.Taxable(
                        charge.taxCategory(),
                        rates.on(charge.taxCategory(), charge.taxPoint()).orElseThrow(),
                        charge.taxIncluded(),
                        isExempt,
                        charge.amount()))
                .toList());
        List<DraftLine> lines = new ArrayList<>();
        long gross = 0;
        for (int i = 0; i < charges.size(); i++) {
            lines.add(new DraftLine(charges.get(i), taxed.lines().get(i)));
            gross = Math.addExact(gross, taxed.lines().get(i).gross());
        }
        DocumentKind kind = gross < 0 ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE;
        return new Billable(account, cycleDate, nextBillOn, kind, lines, taxed.totals(), moved);
    }

    private Blocked blocked(LocalDate cycleDate, BlockReason reason, String detail) {
        return new Blocked(account, cycleDate, reason, detail);
    }
}
