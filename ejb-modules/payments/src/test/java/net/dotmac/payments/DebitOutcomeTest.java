package net.dotmac.payments;

import static net.dotmac.payments.DirectDebitWorld.OTHER_IBAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.domain.CamtFile;
import net.dotmac.payments.domain.StatusFile;
import org.junit.jupiter.api.Test;

/** What the bank tells of debits settles, rejects or returns them, once. */
class DebitOutcomeTest {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 3);

    private final DirectDebitWorld world = new DirectDebitWorld(false);
    private final UUID account = world.account("Anna Müller", "EUR");
    private final UUID mandate = world.mandate(account, "CORE", "RCUR").id();
    private final UUID invoice = world.invoice(account, "39.90", "2027-05-01");
    private final UUID second = world.invoice(account, "50.00", "2027-05-02");

    @Test
    void theMoneyOfAGroupIsSpreadOverItsDebitsOnce() {
        DirectDebitBatchDetails batch = handedOver();
        CamtFile file = new CamtFile().collected("89.90", "2027-06-03", "R1", batch.messageId() + "1");
        world.bank(file, "0.00", "89.90");
        assertEquals(List.of("matched"), world.movementStates());
        assertEquals(0, world.open(invoice) + world.open(second));
        DirectDebitDetails debit = world.only(batch.id());
        assertEquals("collected", debit.state());
        assertEquals(DAY, debit.settledOn());
        assertEquals(LocalDate.of(2027, 7, 29), debit.refundableUntil());
        assertEquals(LocalDate.of(2028, 7, 3), debit.disputableUntil());
        PaymentDetails payment = world.call(() -> world.payments.get(debit.paymentId()));
        assertEquals("directDebit", payment.method());
        assertEquals(invoice, payment.allocations().get(0).invoiceId());
        assertEquals(Map.of(), world.call(() -> world.inFlight.amounts(List.of(account))));
        world.bank(file, "0.00", "89.90");
        assertEquals(
                2, world.call(() -> world.payments.list(Query.all())).total(), "the same money in another statement");
        UUID movement = world.call(() -> world.movements.list(Query.all()))
                .rows()
                .get(0)
                .id();
        assertThrows(DomainException.class, () -> world.call(() -> world.movements.undo(movement)));
        assertTrue(world.isBalanced());
    }

    @Test
    void singleMoneyAndAFilesIdAreKnownToo() {
        DirectDebitBatchDetails batch = handedOver();
        String endToEnd = world.only(batch.id()).endToEndId();
        world.bank(new CamtFile().paidAs(endToEnd, "39.90", "2027-06-03", "R1", "Anna", ""), "0.00", "39.90");
        assertEquals("collected", world.only(batch.id()).state());
        assertEquals(5000, world.open(second));
        world.bank(new CamtFile().collected("50.00", "2027-06-03", "R2", batch.messageId()), "39.90", "89.90");
        assertEquals(0, world.open(second));
    }

    @Test
    void moneyThatIsNotTheSumIsLeftToStaff() {
        DirectDebitBatchDetails batch = handedOver();
        world.bank(new CamtFile().collected("89.89", "2027-06-03", "R1", batch.messageId() + "1"), "0.00", "89.89");
        assertEquals(List.of("open"), world.movementStates());
        assertEquals("handedOver", world.only(batch.id()).state());
    }

    @Test
    void staffSayThatMoneyIsABatchsWhereTheBankDidNot() {
        DirectDebitBatchDetails batch = handedOver();
        world.bank(
                new CamtFile()
                        .paid("89.90", "2027-06-03", "R1", "Our bank", "DE1", "collection")
                        .paid("89.89", "2027-06-04", "R2", "Our bank", "DE1", "another"),
                "0.00",
                "179.79");
        List<UUID> ids = world.call(() -> world.movements.list(Query.all().orderBy("bookedOn", false))).rows().stream()
                .map(BankTransactionDetails::id)
                .toList();
        assertEquals(
                List.of(batch.id()),
                world.call(() -> world.batchMatches.candidates(ids.get(0))).stream()
                        .map(DirectDebitBatchDetails::id)
                        .toList());
        assertEquals(List.of(), world.call(() -> world.batchMatches.candidates(ids.get(1))));
        assertEquals(
                "directDebitBatchId",
                assertThrows(
                                DomainException.class,
                                () -> world.call(() -> world.batchMatches.match(ids.get(1), batch.id())))
                        .attribute());
        BankTransactionDetails matched = world.call(() -> world.batchMatches.match(ids.get(0), batch.id()));
        assertEquals("matched", matched.state());
        assertEquals(2, matched.matches().size());
        assertEquals(0, world.open(invoice) + world.open(second));
        assertThrows(DomainException.class, () -> world.call(() -> world.batchMatches.match(ids.get(0), batch.id())));
        assertTrue(world.isBalanced());
    }

    @Test
    void aRejectionIsTakenOnceAndTheRestComesAsItsSum() {
        DirectDebitBatchDetails batch = handedOver();
        DirectDebitDetails poor = world.only(batch.id());
        byte[] file = new StatusFile("ST-1", batch.messageId())
                .file("PART", null)
                .debit(batch.messageId() + "1", poor.endToEndId(), "RJCT", "AM04")
                .bytes();
        StatusReportDetails report = world.call(() -> world.reports.take(file));
        assertEquals(1, report.rejected());
        assertEquals(report, world.call(() -> world.reports.take(file)));
        DirectDebitDetails rejected = world.call(() -> world.debits.debit(poor.id()));
        assertEquals("rejected", rejected.state());
        assertEquals("AM04", rejected.reasonCode());
        assertEquals("active", world.call(() -> world.mandates.get(mandate)).state());
        world.bank(new CamtFile().collected("50.00", "2027-06-03", "R1", batch.messageId() + "1"), "0.00", "50.00");
        assertEquals(0, world.open(second));
        assertEquals(3990, world.open(invoice));
        byte[] late =
                new StatusFile("ST-2", batch.messageId()).file("RJCT", "FF01").bytes();
        assertEquals(2, world.call(() -> world.reports.take(late)).ignored());
        assertEquals(0, world.open(second));
        assertThrows(
                DomainException.class,
                () -> world.call(() -> world.reports.take(
                        new StatusFile("ST-3", "another's").file("RJCT", "FF01").bytes())));
        DirectDebitWorld stranger = new DirectDebitWorld(false);
        assertThrows(DomainException.class, () -> stranger.call(() -> stranger.reports.take(late)));
    }

    @Test
    void wantOfMoneyIsTriedAgainOnce() {
        reject(handedOver(), "AM04");
        DirectDebitPlan plan = world.call(() -> world.debits.plan(null));
        assertEquals(
                List.of(2, 2),
                plan.lines().stream().map(DirectDebitPlan.Line::attempt).toList());
        reject(world.handedOver(), "AM04");
        assertEquals(List.of("failedBefore", "failedBefore"), reasons());
        world.call(() -> world.mandates.amend(mandate, DirectDebitWorld.debtor(OTHER_IBAN)));
        DirectDebitBatchDetails anew = world.handedOver();
        assertEquals(1, world.only(anew.id()).attempt());
        assertTrue(new String(world.call(() -> world.handOvers.file(anew.id())).content(), StandardCharsets.UTF_8)
                .contains("<Id>SMNDA</Id>"));
        world.bank(new CamtFile().collected("89.90", "2027-06-03", "R1", anew.messageId()), "0.00", "89.90");
        assertEquals(false, world.call(() -> world.mandates.get(mandate)).isAmended());
    }

    @Test
    void aClosedAccountSuspendsTheMandateAndADenialEndsIt() {
        DirectDebitBatchDetails batch = collected();
        DirectDebitDetails debit = world.only(batch.id());
        CamtFile back = new CamtFile().returned(debit.endToEndId(), "39.90", "2027-06-07", "R2", "AC04");
        world.bank(back, "89.90", "50.00");
        DirectDebitDetails returned = world.call(() -> world.debits.debit(debit.id()));
        assertEquals("returned", returned.state());
        assertEquals("AC04", returned.reasonCode());
        assertEquals(0, returned.feeMinor());
        assertEquals(3990, world.open(invoice));
        assertEquals("suspended", world.call(() -> world.mandates.get(mandate)).state());
        world.bank(back, "89.90", "50.00");
        assertEquals(3990, world.open(invoice), "told twice");
        assertEquals(
                1,
                DirectDebitWorld.count(
                        DirectDebitWorld.EVENTS,
                        "payments.debits.returned.v1",
                        debit.id().toString()));
        world.call(() -> world.mandates.resume(mandate));
        assertEquals(List.of("failedBefore"), reasons());
        DirectDebitDetails other = world.of(batch.id()).get(1);
        world.bank(new CamtFile().returned(other.endToEndId(), "50.00", "2027-06-08", "R3", "MD01"), "50.00", "0.00");
        MandateDetails ended = world.call(() -> world.mandates.get(mandate));
        assertEquals("cancelled", ended.state());
        assertEquals("MD01, no mandate", ended.stateReason());
        assertTrue(world.isBalanced());
    }

    @Test
    void theBanksFeeIsKeptApartFromTheDebt() {
        DirectDebitBatchDetails batch = collected();
        DirectDebitDetails debit = world.only(batch.id());
        world.bank(new CamtFile().returned(debit.endToEndId(), "42.90", "2027-06-07", "R2", "AM04"), "89.90", "47.00");
        DirectDebitDetails returned = world.call(() -> world.debits.debit(debit.id()));
        assertEquals(300, returned.feeMinor());
        assertEquals(3990, world.open(invoice));
        assertEquals("active", world.call(() -> world.mandates.get(mandate)).state());
        DirectDebitDetails other = world.of(batch.id()).get(1);
        world.bank(new CamtFile().returned(other.endToEndId(), "90.00", "2027-06-08", "R3", "AM04"), "47.00", "-43.00");
        assertEquals(
                "collected", world.call(() -> world.debits.debit(other.id())).state(), "no fee is that high");
    }

    @Test
    void aPaymentTakenBackByHandReturnsItsDebit() {
        DirectDebitDetails debit = world.only(collected().id());
        world.call(() -> world.payments.reverse(debit.paymentId(), "by phone"));
        DirectDebitDetails returned = world.call(() -> world.debits.debit(debit.id()));
        assertEquals("returned", returned.state());
        assertNull(returned.reasonCode());
        assertEquals("active", world.call(() -> world.mandates.get(mandate)).state());
        assertEquals(List.of("failedBefore"), reasons());
    }

    @Test
    void whatTheBankHasAnsweredToStays() {
        DirectDebitBatchDetails batch = collected();
        assertThrows(DomainException.class, () -> world.call(() -> world.handOvers.cancel(batch.id(), "never sent")));
    }

    private DirectDebitBatchDetails handedOver() {
        return world.handedOver();
    }

    private DirectDebitBatchDetails collected() {
        DirectDebitBatchDetails batch = handedOver();
        world.bank(new CamtFile().collected("89.90", "2027-06-03", "R1", batch.messageId() + "1"), "0.00", "89.90");
        return batch;
    }

    private void reject(DirectDebitBatchDetails batch, String code) {
        world.call(() -> world.reports.take(
                new StatusFile("ST-1", batch.messageId()).file("RJCT", code).bytes()));
    }

    private List<String> reasons() {
        return world.call(() -> world.debits.plan(null)).leftOut().stream()
                .map(DirectDebitPlan.LeftOut::reason)
                .toList();
    }
}
