package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.PeriodService;
import org.junit.jupiter.api.Test;

/** The tax report sums the documents, and the ledger says the same. */
class TaxReportTest {

    private static final LocalDate MAY = LocalDate.of(2027, 5, 1);
    private static final LocalDate END = LocalDate.of(2027, 5, 31);

    private final BillingWorld world = new BillingWorld();
    private final TaxReportService taxes = world.service(TaxReportService.class);

    @Test
    void documentsAndLedgerAgreeByEachRateAndJurisdiction() {
        world.run(() -> {
            TaxRateService rates = world.service(TaxRateService.class);
            rates.put(new TaxRateDetails("reduced", "State", new BigDecimal("7.25"), LocalDate.of(2000, 1, 1)));
            rates.put(new TaxRateDetails("reduced", "County", new BigDecimal("0.25"), LocalDate.of(2000, 1, 1)));
        });
        BillingAccountDetails account = world.account(1);
        world.monthly(account, "100.00", "2027-05-01");
        world.item(
                account,
                new PriceTerms(
                        Ids.next(),
                        "Television",
                        PriceType.RECURRING,
                        ChargePeriod.MONTHLY,
                        new BigDecimal("40.00"),
                        "EUR",
                        false,
                        "reduced",
                        null),
                "2027-05-01");
        world.bill("2027-05-01");
        assertEquals(
                List.of("reduced 7.25 State 4000 290", "reduced 0.25 County 4000 10", "standard 20 10000/2000"),
                report().rows().stream()
                        .map(row -> row.category().equals("standard")
                                ? "standard 20 " + row.netMinor() + "/" + row.taxMinor()
                                : row.category() + " " + row.percent().toPlainString() + " " + row.jurisdiction() + " "
                                        + row.netMinor() + " " + row.taxMinor())
                        .toList());
        InvoiceDetails invoice = world.invoices().get(0);
        world.call(() -> world.service(InvoiceService.class)
                .credit(invoice.id(), CreditRequest.ofAmount(Money.of("33.33", "EUR"), "outage")));
        TaxReport report = report();
        assertEquals(1, report.ties().size());
        assertEquals(0, report.ties().get(0).differenceMinor());
        assertEquals(
                world.invoices().stream().mapToLong(InvoiceDetails::taxMinor).sum(),
                report.ties().get(0).documentsMinor());
        assertEquals(
                0,
                world.call(() -> taxes.report(END.plusDays(1), END.plusDays(30)))
                        .rows()
                        .size());
        assertThrows(DomainException.class, () -> world.call(() -> taxes.report(END, MAY)));
    }

    /**
     * A document whose day lies in a closed month is booked in the next, and the report says by how much that parts
     * the two.
     */
    @Test
    void whatWasForwardedIsToldAsADifference() {
        world.monthly(world.account(1), "100.00", "2027-05-01");
        world.setToday("2027-06-01");
        world.call(() -> world.service(PeriodService.class).close(YearMonth.of(2027, 5)));
        world.setToday("2027-05-20");
        world.bill("2027-05-20");
        TaxReport.Tie may = report().ties().get(0);
        assertEquals(2_000, may.differenceMinor());
        TaxReport.Tie both =
                world.call(() -> taxes.report(MAY, END.plusDays(30))).ties().get(0);
        assertEquals(0, both.differenceMinor());
    }

    private TaxReport report() {
        return world.call(() -> taxes.report(MAY, END));
    }
}
