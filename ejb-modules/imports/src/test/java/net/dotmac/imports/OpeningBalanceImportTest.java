package net.dotmac.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedInvoice;
import net.dotmac.customers.CustomerBatchService;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.AccountsAfter;
import net.dotmac.ledger.DayChoice;
import net.dotmac.ledger.DocumentNumbers;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.SettlementService;
import net.dotmac.ledger.TrialBalance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpeningBalanceImportTest {

    private static final String KIND = "openingBalances";
    private static final String HEAD = "customer;account;document;kind;date;dueDate;amount;currency\n";

    private final MovingIsp isp = new MovingIsp();

    @BeforeEach
    void customers() {
        isp.apply(isp.upload(
                "customers",
                "number,kind,name,cycleDay,accountNumber\nK1,household,Anna,1,A1\nK2,business,Berta,1,A2\n"
                        + "K3,business,Two,1,A3\n"));
        isp.call(() -> isp.service(BillingAccountService.class)
                .create(new BillingAccountData("A3b", "Second", customer("K3"), "EUR", 1, 14, null)));
    }

    @Test
    void balancesAreProvedByTheLedger() {
        ImportDetails applied = isp.apply(isp.upload(
                KIND,
                HEAD
                        + "K1;;RE-1;;2027-02-01;15.02.2027;100,50;EUR\n"
                        + "K1;;RE-2;openItem;2027-03-01;;19.9;\n"
                        + "K2;A2;GS-1;credit;2027-03-05;;20;\n"
                        + "K3;A3b;RE-3;;31.3.2027;2027-04-14;0,01;\n"));
        assertEquals("applied", applied.state());
        assertEquals(
                List.of(
                        "rows null 4 0",
                        "file receivables 3 12041",
                        "file customerCredit 1 -2000",
                        "before receivables 0 0",
                        "after receivables 0 12041",
                        "before customerCredit 0 0",
                        "after customerCredit 0 -2000",
                        "before openingBalance 0 0",
                        "after openingBalance 0 -10041",
                        "customer K1 2 12040",
                        "customer K2 1 -2000",
                        "customer K3 1 1"),
                isp.proof(applied).stream()
                        .map(each -> each.what() + " " + each.subject() + " " + each.rows() + " " + each.amountMinor())
                        .toList());
        assertSound();
    }

    @Test
    void whatCameOverIsQuotedOverdueAndPaidByItsOldNumber() {
        isp.apply(isp.upload(KIND, HEAD + "K1;;RE-1;;2027-02-01;15.02.2027;100;\nK1;;GS-1;credit;2027-02-01;;30;\n"));
        QuotedInvoice quoted = isp.call(
                        () -> isp.service(QuotationService.class).invoices(List.of("RE-1", "GS-1")))
                .get(0);
        UUID account = account("A1");
        assertEquals(account, quoted.billingAccountId());
        assertEquals(
                Set.of("RE-1", "GS-1"),
                isp.call(() -> Set.copyOf(isp.service(DocumentNumbers.class)
                        .of(open(account).stream().map(OpenItem::documentId).toList())
                        .values())));
        assertEquals(List.of(account), isp.call(() -> isp.service(SettlementService.class)
                .overdueAccounts(MovingIsp.TODAY, new AccountsAfter(new UUID(0, 0), 10))));
        UUID payment = Ids.next();
        isp.call(() -> {
            LedgerService ledger = isp.service(LedgerService.class);
            ledger.bookPayment(payment, account, Money.of("70", "EUR"), MovingIsp.TODAY, DayChoice.CHOSEN);
            return ledger.settle(account, quoted.id(), MovingIsp.TODAY);
        });
        assertEquals(List.of(), isp.call(() -> open(account)), "30 of credit and 70 of money settle it");
        assertSound();
    }

    @Test
    void everyBadRowIsListed() {
        isp.apply(isp.upload(KIND, HEAD + "K1;;RE-0;;2027-02-01;;1;\n"));
        ImportDetails faulty = isp.upload(
                KIND,
                HEAD
                        + "K9;;RE-1;;2027-02-01;;1;\n"
                        + "K1;A2;RE-2;;2027-02-01;;1;\n"
                        + "K1;;RE-3;;2027-02-01;;1;USD\n"
                        + "K3;;RE-4;;2027-02-01;;1;\n"
                        + "K1;;RE-0;;2027-02-01;;1;\n"
                        + "K1;;RE-5;;2027-02-01;;1;\n"
                        + "K1;;RE-5;;2027-02-01;;1;\n"
                        + "K1;;RE-6;gift;2027-02-30;;-1;\n"
                        + "K1;;RE-7;;2027-04-02;;1.000,00;\n"
                        + "K1;;RE-8;;2027-02-02;2027-02-01;0;\n"
                        + "K1;;RE-9;;2027-02-02;;1.999;XXQ\n"
                        + ";;;;;;;EUR\n");
        assertEquals(
                List.of(
                        "2 customer unknown",
                        "3 account unknown",
                        "4 account refused",
                        "5 account missing",
                        "6 document taken",
                        "8 document twice",
                        "9 kind malformed",
                        "9 date malformed",
                        "9 amount malformed",
                        "10 date refused",
                        "10 amount malformed",
                        "11 dueDate refused",
                        "11 amount malformed",
                        "12 currency malformed",
                        "13 customer missing",
                        "13 document missing",
                        "13 date missing",
                        "13 amount missing"),
                isp.faultPlaces(faulty));
        assertEquals("faulty", isp.apply(faulty).state());
        UUID account = account("A1");
        assertEquals(1, isp.call(() -> open(account)).size());
        assertSound();
    }

    private void assertSound() {
        TrialBalance trial = isp.call(() -> isp.service(LedgerService.class).trialBalance(MovingIsp.TODAY));
        assertTrue(trial.isBalanced(), trial.differences().toString());
        assertEquals(
                0,
                trial.accounts().stream()
                        .mapToLong(TrialBalance.Row::balanceMinor)
                        .sum());
        TrialBalance before = isp.call(() -> isp.service(LedgerService.class).trialBalance(LocalDate.of(2027, 3, 31)));
        assertEquals(List.of(), before.accounts(), "nothing was booked before it came");
    }

    private List<OpenItem> open(UUID account) {
        return isp.service(LedgerService.class).open(account);
    }

    private UUID customer(String number) {
        return isp.service(CustomerBatchService.class)
                .idsByNumber(List.of(number))
                .get(number);
    }

    private UUID account(String number) {
        return isp.call(() -> isp.service(QuotationService.class).accounts(List.of(number)))
                .get(0)
                .id();
    }
}
