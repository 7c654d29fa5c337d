package net.dotmac.system.walls;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.PaymentPosting;
import net.dotmac.ledger.SettlementService;
import net.dotmac.payments.BankFile;
import net.dotmac.payments.BankPostingService;
import net.dotmac.payments.BankSplit;
import net.dotmac.payments.BankStatementService;
import net.dotmac.payments.BankTransactionService;
import net.dotmac.payments.PaymentBatchService;
import net.dotmac.payments.PaymentData;

/** A tenant's bank account: a statement of his, and what a stranger might try with it. */
final class BankLife {

    private BankLife() {}

    /** Takes in two movements: the first stays open, the second becomes a payment. */
    static void live(TwoTenants world, UUID tenant) {
        BillingAccountDetails payer = world.as(tenant, () -> world.service(BillingAccountService.class)
                .list(Query.all())
                .rows()
                .get(3));
        long due = world.as(tenant, () -> world.service(LedgerService.class).balances(List.of(payer.id())))
                .get(0)
                .dueMinor();
        String rows = "Date;Amount;Purpose;IBAN\n2027-03-18;0.77;guess;DE1\n2027-03-19;%s;%s;DE1\n"
                .formatted(new Money(due, payer.currency()).amount(), payer.number());
        world.as(tenant, () -> world.service(BankStatementService.class)
                .take(BankFile.csv(rows.getBytes(StandardCharsets.UTF_8), "DE2", payer.currency())));
        world.as(tenant, () -> world.service(BankPostingService.class).postNext(10));
    }

    /** Calls that are right in everything but one id, which is another tenant's. */
    static Map<String, Callable<?>> foreignForms(TwoTenants world, Map<String, UUID> own, Map<String, UUID> foreign) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        UUID account = foreign.get("billing.billing_account.id");
        UUID invoice = foreign.get("billing.invoice.id");
        UUID movement = own.get("payments.bank_transaction.id");
        BankTransactionService movements = world.service(BankTransactionService.class);
        calls.put("BankTransactionService.match: account", () -> movements.match(movement, account, null));
        calls.put(
                "BankTransactionService.match: invoice",
                () -> movements.match(movement, own.get("billing.billing_account.id"), invoice));
        calls.put("BankTransactionService.split: account", () -> {
            long amount = movements.get(movement).amountMinor();
            return movements.split(movement, new BankSplit(List.of(new BankSplit.Part(account, null, amount))));
        });
        PaymentData payment = new PaymentData(
                account, new Money(100, "NZD"), "cash", "foreign-1", null, null, TwoTenants.TODAY, null);
        calls.put("PaymentBatchService.recordAll: account", () -> world.service(PaymentBatchService.class)
                .recordAll(List.of(payment)));
        calls.put("SettlementService.bookPayments: account", () -> {
            world.service(SettlementService.class)
                    .bookPayments(List.of(
                            new PaymentPosting(Ids.next(), account, new Money(1, "NZD"), TwoTenants.TODAY, invoice)));
            return null;
        });
        return calls;
    }
}
