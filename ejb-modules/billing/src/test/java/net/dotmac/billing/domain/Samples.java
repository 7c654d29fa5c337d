package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.BillableAccount.UsageKey;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.services.Discount;
import net.dotmac.services.SubscriptionItem;

/** Accounts, items and rates to try the calculators on. */
final class Samples {

    static final TaxRates RATES = new TaxRates(List.of(
            new TaxRates.Entry("standard", "", new BigDecimal("20"), LocalDate.of(2000, 1, 1)),
            new TaxRates.Entry("reduced", "", new BigDecimal("8"), LocalDate.of(2000, 1, 1))));

    private Samples() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static PriceTerms monthly(String price) {
        return terms(PriceType.RECURRING, ChargePeriod.MONTHLY, price, "EUR", false, "standard", null);
    }

    static PriceTerms every(ChargePeriod period, String price) {
        return terms(PriceType.RECURRING, period, price, "EUR", false, "standard", null);
    }

    static PriceTerms once(String price) {
        return terms(PriceType.ONE_TIME, null, price, "EUR", false, "standard", null);
    }

    static PriceTerms metered(UsageTariff tariff) {
        return terms(PriceType.USAGE, null, "0", "EUR", false, "standard", tariff);
    }

    static PriceTerms terms(
            PriceType type,
            ChargePeriod period,
            String price,
            String currency,
            boolean taxIncluded,
            String category,
            UsageTariff tariff) {
        return new PriceTerms(
                UUID.randomUUID(), "Access", type, period, number(price), currency, taxIncluded, category, tariff);
    }

    static SubscriptionItem item(PriceTerms terms, String start, String end, Discount... discounts) {
        return several(terms, "1", start, end, discounts);
    }

    static SubscriptionItem several(
            PriceTerms terms, String quantity, String start, String end, Discount... discounts) {
        return new SubscriptionItem(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Fibre 1000",
                UUID.randomUUID(),
                terms,
                number(quantity),
                List.of(discounts),
                day(start),
                end == null ? null : day(end));
    }

    static SubscriptionItem ended(SubscriptionItem item, String end) {
        return new SubscriptionItem(
                item.id(),
                item.productId(),
                item.productName(),
                item.billingAccountId(),
                item.terms(),
                item.quantity(),
                item.discounts(),
                item.start(),
                end == null ? null : day(end),
                item.anchor());
    }

    static Discount percent(String value) {
        return new Discount("Loyal", Discount.Kind.PERCENT, number(value), null, null);
    }

    static Discount amount(String value) {
        return new Discount("Welcome", Discount.Kind.AMOUNT, number(value), null, null);
    }

    static BillTo buyer() {
        return new BillTo(
                UUID.randomUUID(),
                "C-1",
                "Anna Müller",
                new PostalAddress("Hauptstraße 1", "10115", "Berlin", "DE"),
                "anna@example.org",
                null,
                "de");
    }

    static BillableAccount account(int cycleDay, String nextBillOn, SubscriptionItem... items) {
        return new Builder(cycleDay, nextBillOn, items).build();
    }

    /** Makes accounts that differ from the plain one in a thing or two. */
    static final class Builder {
        private final int cycleDay;
        private LocalDate nextBillOn;
        private List<SubscriptionItem> items;
        private BillTo billTo = buyer();
        private boolean onHold;
        private TaxTreatment treatment = TaxTreatment.STANDARD;
        private final Map<UUID, ChargeMark> marks = new HashMap<>();
        private final Map<UsageKey, BigDecimal> usage = new HashMap<>();
        private AccountUsage measured;

        Builder(int cycleDay, String nextBillOn, SubscriptionItem... items) {
            this.cycleDay = cycleDay;
            this.nextBillOn = day(nextBillOn);
            this.items = new ArrayList<>(Arrays.asList(items));
        }

        Builder billTo(BillTo buyer) {
            billTo = buyer;
            return this;
        }

        Builder onHold() {
            onHold = true;
            return this;
        }

        Builder treatment(TaxTreatment value) {
            treatment = value;
            return this;
        }

        Builder usage(SubscriptionItem item, String cycleStart, String used) {
            usage.put(new UsageKey(item.id(), day(cycleStart)), number(used));
            return this;
        }

        Builder usage(AccountUsage value) {
            measured = value;
            return this;
        }

        Builder items(SubscriptionItem... newItems) {
            items = Arrays.asList(newItems);
            return this;
        }

        Builder billed(InvoiceDraft draft) {
            if (draft instanceof InvoiceDraft.Billable billable) {
                nextBillOn = billable.nextBillOn();
                billable.marks().forEach(mark -> marks.put(mark.itemId(), mark));
            } else if (draft instanceof InvoiceDraft.NothingToBill nothing) {
                nextBillOn = nothing.nextBillOn();
                nothing.marks().forEach(mark -> marks.put(mark.itemId(), mark));
            }
            return this;
        }

        BillableAccount build() {
            return new BillableAccount(
                    UUID.randomUUID(),
                    "A-1",
                    "EUR",
                    cycleDay,
                    nextBillOn,
                    onHold,
                    treatment,
                    14,
                    billTo,
                    items,
                    marks,
                    measured == null ? AccountUsage.ofTotals(usage) : measured);
        }
    }
}
