package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.dotmac.billing.persistence.SliceDocumentReader;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.services.ProductService;
import net.dotmac.services.SubscriptionItem;
import net.dotmac.usage.UsageRecord;
import net.dotmac.usage.UsageService;
import org.junit.jupiter.api.Test;

/** The run on a real database: once, again, at once, killed half-way, with what it can't bill. */
class BillingRunTest {

    private static final String[] DOCUMENT_TABLES = {
        "billing.invoice", "billing.invoice_line", "billing.invoice_tax", "ledger.journal", "ledger.open_item"
    };

    @Test
    void billsEveryAccountOnceAndMovesOn() {
        BillingWorld world = new BillingWorld();
        BillingAccountDetails account = world.account(1);
        world.monthly(account, "79.99", "2027-04-15");
        SubscriptionItem data = world.metered(
                account, UsageTariff.flat("GB", new BigDecimal(500), new BigDecimal("0.5")), "2027-04-01");
        world.run(() -> world.service(UsageService.class)
                .record(List.of(
                        usage(data, "1", "400", "2027-04-03T10:00:00Z"),
                        usage(data, "2", "250", "2027-04-30T21:59:59Z"),
                        usage(data, "3", "999", "2027-04-30T22:00:00Z"))));
        BillingRunDetails run = world.bill("2027-05-01");
        assertEquals("finished", run.state(), run.remark());
        assertEquals(1, run.billed());
        InvoiceDetails invoice = world.invoices().get(0);
        assertEquals(4266 + 7999 + 7500, invoice.netMinor());
        assertEquals("INV-00000001", invoice.number());
        assertEquals("new", invoice.state());
        assertEquals(invoice.grossMinor(), invoice.openMinor());
        assertEquals(LocalDate.of(2027, 5, 15), invoice.dueOn());
        assertTrue(world.isLedgerBalanced());

        var before = world.count(DOCUMENT_TABLES);
        assertEquals(0, world.bill("2027-05-01").accounts());
        assertEquals(before, world.count(DOCUMENT_TABLES));

        world.setToday("2027-06-01");
        world.bill("2027-06-01");
        assertEquals(2, world.invoices().size());
        assertEquals(7999 + 24950, world.invoices().get(1).netMinor());
    }

    @Test
    void previewAgreesWithTheRunAndWritesNoDocument() {
        BillingWorld world = world(5);
        BillingRunDetails preview = world.preview("2027-05-01");
        assertEquals(0, world.invoices().size());
        assertEquals(5, preview.billed());
        BillingRunDetails run = world.bill("2027-05-01");
        assertEquals(preview.totals(), run.totals());
        assertEquals(
                5,
                world.call(() -> world.service(BillingRunService.class).accounts(preview.id(), 0, 10))
                        .size());
    }

    @Test
    void singleAccountsCanBePreviewedWithTheirLines() {
        BillingWorld world = world(1);
        UUID account = world.call(() -> world.service(BillingAccountService.class)
                .list(net.dotmac.kernel.query.Query.all())
                .rows()
                .get(0)
                .id());
        List<InvoicePreview> previews = world.call(
                () -> world.service(BillingService.class).preview(List.of(account), LocalDate.of(2027, 6, 1)));
        assertEquals(2, previews.size());
        assertEquals(1200, previews.get(0).grossMinor());
        assertEquals(1, previews.get(0).lines().size());
    }

    @Test
    void twoRunsAtOnceBillNoAccountTwice() throws Exception {
        BillingWorld world = world(40);
        List<UUID> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(world.call(() -> world.service(BillingRunService.class)
                            .start(new BillingRunRequest(LocalDate.of(2027, 5, 1), false, null)))
                    .id());
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<BillingRunDetails>> results = new ArrayList<>();
            for (UUID run : runs) {
                results.add(threads.submit(() -> {
                    start.await();
                    return world.workOff(run);
                }));
            }
            start.countDown();
            int billed = 0;
            for (Future<BillingRunDetails> result : results) {
                assertEquals("finished", result.get().state(), result.get().remark());
                billed += result.get().billed();
            }
            assertEquals(40, billed);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(
                40,
                world.invoices().stream()
                        .map(InvoiceDetails::billingAccountId)
                        .distinct()
                        .count());
        assertEquals(LongStream.rangeClosed(1, 40).boxed().toList(), world.sequences("invoice"));
        assertTrue(world.isLedgerBalanced());
    }

    @Test
    void aSliceThatIsLostLeavesNothingAndNoGap() {
        BillingWorld world = world(10);
        UUID run = world.call(() -> world.service(BillingRunService.class)
                        .start(new BillingRunRequest(LocalDate.of(2027, 5, 1), false, null)))
                .id();
        assertThrows(
                IllegalStateException.class,
                () -> world.run(() -> {
                    assertTrue(world.service(BillingRunService.class).processNextSlice(run));
                    throw new IllegalStateException("killed before the commit");
                }));
        assertTrue(world.count(DOCUMENT_TABLES).values().stream().allMatch(count -> count == 0));
        assertEquals(10, world.workOff(run).billed());
        assertEquals(LongStream.rangeClosed(1, 10).boxed().toList(), world.sequences("invoice"));
        assertTrue(world.isLedgerBalanced());
    }

    @Test
    void whatCannotBeBilledIsListedMendedAndTriedAgain() {
        BillingWorld world = world(2);
        world.monthly(world.account(1, null), "10", "2027-05-01");
        SubscriptionItem untaxed = world.item(world.account(1), terms("EUR", null), "2027-05-01");
        world.item(world.account(1), terms("NZD", "standard"), "2027-05-01");
        BillingRunDetails run = world.bill("2027-05-01");
        assertEquals(2, run.billed());
        assertEquals(3, run.blocked());
        List<BillingRunException> exceptions =
                world.call(() -> world.service(BillingRunService.class).exceptions(run.id()));
        assertEquals(
                List.of("currencyMismatch", "missingAddress", "noTaxCategory"),
                exceptions.stream().map(BillingRunException::reason).sorted().toList());

        world.run(() -> world.service(ProductService.class).completeTaxCategory(untaxed.productId(), "standard"));
        BillingRunDetails retried = world.workOff(
                world.call(() -> world.service(BillingRunService.class).retry(run.id()))
                        .id());
        assertEquals(3, retried.accounts());
        assertEquals(1, retried.billed());
        assertEquals(
                List.of("resolved"),
                world.call(() -> world.service(BillingRunService.class).exceptions(run.id())).stream()
                        .filter(exception -> exception.reason().equals("noTaxCategory"))
                        .map(BillingRunException::state)
                        .toList());
    }

    @Test
    void anAccountOnHoldIsBilledForAllItMissedWhenReleased() {
        BillingWorld world = new BillingWorld();
        BillingAccountDetails account = world.account(31);
        world.monthly(account, "10", "2027-05-31");
        BillingAccountService accounts = world.service(BillingAccountService.class);
        world.run(() -> accounts.hold(account.id(), "disputed"));
        world.setToday("2027-07-31");
        assertEquals(1, world.bill("2027-07-31").blocked());
        world.run(() -> accounts.release(account.id()));
        BillingRunDetails run = world.bill("2027-07-31");
        assertEquals(1, run.billed());
        assertEquals(
                List.of(LocalDate.of(2027, 5, 31), LocalDate.of(2027, 6, 30), LocalDate.of(2027, 7, 31)),
                world.invoices().stream().map(InvoiceDetails::cycleDate).toList());
        assertEquals(
                List.of(1L, 1L, 1L),
                world.invoices().stream()
                        .collect(Collectors.groupingBy(InvoiceDetails::number, Collectors.counting()))
                        .values()
                        .stream()
                        .toList());
    }

    @Test
    void theDatabaseRefusesASecondChargeForOnePeriod() {
        BillingWorld world = world(1);
        world.bill("2027-05-01");
        DatabaseException refused = assertThrows(
                DatabaseException.class,
                () -> world.run(() -> world.database()
                        .update(
                                "insert into billing.invoice_line select tenant_id, gen_random_uuid(), line_no, item_id, "
                                        + "product_id, kind, description, period_start, period_end, quantity, unit_price, "
                                        + "undiscounted_minor, discount_minor, net_minor, tax_minor, tax_category, "
                                        + "tax_percent, tax_included, change_sequence, replaces, used, allowance, "
                                        + "unit_of_measure from billing.invoice_line")));
        assertTrue(refused.getCause().getMessage().contains("charge_is_made_once"));
    }

    @Test
    void anAccountWhoseChargesAreAlreadyMadeIsSetAsideAndTheOthersAreBilled() throws Exception {
        BillingWorld world = world(3);
        world.bill("2027-05-01");
        BillingAccountDetails forgotten = world.call(() -> world.service(BillingAccountService.class)
                .list(net.dotmac.kernel.query.Query.all())
                .rows()
                .get(1));
        try (var connection = BillingWorld.outer().superuser();
                var statement = connection.createStatement()) {
            statement.execute("delete from billing.charge_position p using services.subscription_item i "
                    + "where p.tenant_id = i.tenant_id and p.item_id = i.id and i.billing_account_id = '"
                    + forgotten.id() + "'");
        }
        world.setToday("2027-06-01");
        BillingRunDetails run = world.bill("2027-06-01");
        assertEquals("finished", run.state(), run.remark());
        assertEquals(2, run.billed());
        assertEquals(
                "alreadyCharged",
                world.call(() -> world.service(BillingRunService.class).exceptions(run.id()))
                        .get(0)
                        .reason());
        assertEquals(LongStream.rangeClosed(1, 5).boxed().toList(), world.sequences("invoice"));
    }

    @Test
    void whatIsIssuedCannotBeChangedNorSeenByAnotherTenant() {
        BillingWorld world = world(1);
        world.bill("2027-05-01");
        for (String sql : List.of(
                "update billing.invoice set gross_minor = 0",
                "delete from billing.invoice_line",
                "update ledger.journal set amount_minor = 1",
                "delete from ledger.journal",
                "update ledger.open_item set amount_minor = 1")) {
            DatabaseException refused = assertThrows(
                    DatabaseException.class,
                    () -> world.run(() -> world.database().update(sql)),
                    sql);
            assertEquals("42501", refused.sql().getSQLState(), sql);
        }
        BillingWorld other = new BillingWorld();
        assertEquals(0, other.invoices().size());
        UUID foreign = world.invoices().get(0).id();
        assertThrows(
                DomainException.class,
                () -> other.run(() -> other.service(InvoiceService.class).get(foreign)));
        assertThrows(
                DomainException.class,
                () -> other.run(() -> other.service(DocumentService.class).pdf(foreign)));
    }

    @Test
    void aNewCycleDayIsBridgedByProration() {
        BillingWorld world = new BillingWorld();
        BillingAccountDetails account = world.account(1);
        world.monthly(account, "31", "2027-05-01");
        world.bill("2027-05-01");
        BillingAccountDetails moved = world.call(() -> world.service(BillingAccountService.class)
                .change(account.id(), new BillingAccountData(null, "Home", null, "EUR", 15, 14, null), null));
        assertEquals(LocalDate.of(2027, 6, 15), moved.nextBillOn());
        world.setToday("2027-06-15");
        world.bill("2027-06-15");
        assertEquals(1400 + 3100, world.invoices().get(1).netMinor());
    }

    @Test
    void documentsOfASliceCanBeFound() {
        BillingWorld world = world(4);
        BillingRunDetails run = world.bill("2027-05-01");
        List<UUID> found = world
                .call(() -> world.service(SliceDocumentReader.class).of(run.id(), 1))
                .stream()
                .map(SliceDocumentReader.SliceDocument::id)
                .toList();
        assertEquals(world.invoices().stream().map(InvoiceDetails::id).toList(), found);
        assertTrue(BillingWorld.EVENTS.stream()
                .anyMatch(event -> event.startsWith("billing.invoices.issued.v1")
                        && event.contains(run.id().toString())));
    }

    private static BillingWorld world(int accounts) {
        BillingWorld world = new BillingWorld();
        for (int i = 0; i < accounts; i++) {
            world.monthly(world.account(1), "10", "2027-05-01");
        }
        return world;
    }

    private static PriceTerms terms(String currency, String category) {
        return new PriceTerms(
                Ids.next(),
                "Access",
                PriceType.RECURRING,
                ChargePeriod.MONTHLY,
                BigDecimal.TEN,
                currency,
                false,
                category,
                null);
    }

    private static UsageRecord usage(SubscriptionItem item, String id, String quantity, String at) {
        return new UsageRecord("test", id, item.productId(), "GB", new BigDecimal(quantity), Instant.parse(at));
    }
}
