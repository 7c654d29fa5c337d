package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Filter.Operator;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.DayChoice;
import net.dotmac.ledger.LedgerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invoices are found by how far they are settled, whatever settled them and at once. */
class InvoiceStateTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 1);

    private final BillingWorld world = new BillingWorld();
    private final InvoiceService invoices = world.service(InvoiceService.class);
    private final LedgerService ledger = world.service(LedgerService.class);
    private final BillingAccountDetails account = world.account(1);

    /** Whatever happened, the state that is filtered by is the one that is shown. */
    @AfterEach
    void whatIsFoundIsWhatIsShown() {
        for (String state : List.of("new", "partiallyPaid", "settled")) {
            assertEquals(
                    world.invoices().stream()
                            .filter(each -> each.state().equals(state))
                            .map(InvoiceDetails::id)
                            .toList(),
                    found(Filter.equal("state", state)),
                    state);
        }
        assertTrue(world.isLedgerBalanced());
    }

    @Test
    void partsOverpaymentAndReversal() {
        InvoiceDetails invoice = invoice("100");
        assertEquals(List.of(invoice.id()), found(Filter.equal("state", "new")));
        pay("50.00");
        assertEquals(List.of(invoice.id()), found(Filter.equal("state", "partiallyPaid")));
        assertEquals(List.of(invoice.id()), found(Filter.equal("state", "new", "partiallyPaid")));
        UUID rest = pay("70.01");
        assertEquals(List.of(invoice.id()), found(Filter.equal("state", "settled")));
        world.run(() -> ledger.reversePayment(rest, TODAY));
        assertEquals(List.of(invoice.id()), found(Filter.equal("state", "partiallyPaid")));
    }

    @Test
    void whoSettlesSeesItBeforeHeCommits() {
        InvoiceDetails invoice = invoice("100");
        List<InvoiceDetails> seen = world.call(() -> {
            book("120.00");
            return invoices.list(Query.where(Filter.equal("state", "settled"))).rows();
        });
        assertEquals(
                List.of(invoice.id()), seen.stream().map(InvoiceDetails::id).toList());
    }

    @Test
    void creditNotesSettleAndAreSettled() {
        InvoiceDetails invoice = invoice("100");
        InvoiceDetails part = world.call(
                () -> invoices.credit(invoice.id(), CreditRequest.ofAmount(Money.of("20.00", "EUR"), "outage")));
        assertEquals(List.of(invoice.id()), found(Filter.equal("state", "partiallyPaid")));
        assertEquals(List.of(part.id()), found(Filter.equal("state", "settled")));
        pay("100.00");
        InvoiceDetails whole = world.call(() -> invoices.credit(invoice.id(), CreditRequest.whole("never worked")));
        assertEquals(List.of(whole.id()), found(Filter.equal("state", "new"), Filter.equal("kind", "creditNote")));
        assertFalse(
                world.call(() -> invoices.get(whole.id())).isOverdue(TODAY.plusYears(1)), "nobody owes a credit note");
    }

    @Test
    void moneyThatWaitedPaysTheNewInvoiceOfARun() {
        pay("50.00");
        InvoiceDetails invoice = invoice("100");
        assertEquals(List.of(invoice.id()), found(Filter.equal("state", "partiallyPaid")));
        world.setToday("2027-06-01");
        pay("500.00");
        world.bill("2027-06-01");
        assertEquals(2, found(Filter.equal("state", "settled")).size());
    }

    @Test
    void whatAmountsToNothingIsSettledFromItsIssue() {
        InvoiceDetails invoice = invoice("0");
        assertEquals(0, invoice.grossMinor());
        assertEquals(List.of(invoice.id()), found(Filter.equal("state", "settled")));
    }

    @Test
    void overdueIsWhatIsOpenAfterItsDay() {
        InvoiceDetails invoice = invoice("100");
        assertFalse(invoice.isOverdue(invoice.dueOn()));
        assertTrue(invoice.isOverdue(invoice.dueOn().plusDays(1)));
        Filter open = Filter.equal("state", "new", "partiallyPaid");
        String due = invoice.dueOn().toString();
        assertEquals(List.of(), found(open, new Filter("dueOn", Operator.LT, List.of(due))));
        assertEquals(List.of(invoice.id()), found(open, new Filter("dueOn", Operator.LTE, List.of(due))));
    }

    @Test
    void aCustomersInvoicesAreThoseOfHisAccounts() {
        UUID first = invoice("100").id();
        BillingAccountDetails other = world.account(1);
        world.monthly(other, "10", "2027-05-01");
        world.bill("2027-05-01");
        String own = account.customerId().toString();
        assertEquals(List.of(first), found(Filter.equal("customerId", own)));
        assertEquals(
                2,
                found(Filter.equal("customerId", own, other.customerId().toString()))
                        .size());
        assertEquals(
                1, found(new Filter("customerId", Operator.NE, List.of(own))).size());
        assertEquals(List.of(), found(Filter.equal("customerId", Ids.next().toString())));
    }

    private InvoiceDetails invoice(String... prices) {
        Arrays.stream(prices).forEach(price -> world.monthly(account, price, "2027-05-01"));
        world.bill("2027-05-01");
        return world.invoices().get(world.invoices().size() - 1);
    }

    private List<UUID> found(Filter... filters) {
        return world.call(() -> invoices.list(Query.where(filters))).rows().stream()
                .map(InvoiceDetails::id)
                .toList();
    }

    private UUID pay(String amount) {
        return world.call(() -> book(amount));
    }

    private UUID book(String amount) {
        UUID payment = Ids.next();
        ledger.bookPayment(payment, account.id(), Money.of(amount, "EUR"), TODAY, DayChoice.CHOSEN);
        ledger.settle(account.id(), null, TODAY);
        return payment;
    }
}
