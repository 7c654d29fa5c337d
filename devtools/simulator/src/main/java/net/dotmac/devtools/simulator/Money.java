package net.dotmac.devtools.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.CreditRequest;
import net.dotmac.billing.DebitLine;
import net.dotmac.billing.DebitNoteRequest;
import net.dotmac.billing.DebitNoteService;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.billing.WriteOffDetails;
import net.dotmac.billing.WriteOffRequest;
import net.dotmac.billing.WriteOffService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentService;

/** Who pays, too little, too much or twice, and what finance takes back. */
final class Money {

    private final SimulatedIsp isp;
    private final Random random;
    private final Sales sales;
    private final List<UUID> payments = new ArrayList<>();

    Money(SimulatedIsp isp, Random random, Sales sales) {
        this.isp = isp;
        this.random = random;
        this.sales = sales;
    }

    String pay() {
        Account account = sales.accounts().get(random.nextInt(sales.accounts().size()));
        List<InvoiceDetails> invoices = invoicesOf(account);
        InvoiceDetails chosen = invoices.isEmpty() ? null : invoices.get(random.nextInt(invoices.size()));
        long amount =
                switch (random.nextInt(3)) {
                    case 0 -> 1 + random.nextInt(10_000);
                    case 1 -> chosen == null ? 500 : Math.max(1, chosen.grossMinor());
                    default -> chosen == null ? 700 : Math.max(1, chosen.grossMinor() / 2);
                };
        String key = "k" + payments.size();
        PaymentData data = new PaymentData(
                account.id(),
                new net.dotmac.kernel.Money(amount, "EUR"),
                "bankTransfer",
                null,
                key,
                "rent",
                random.nextInt(4) == 0 ? isp.today().minusDays(random.nextInt(20)) : null,
                chosen == null || random.nextBoolean() ? null : chosen.id());
        PaymentService service = isp.service(PaymentService.class);
        UUID id = isp.call(() -> service.record(data).id());
        payments.add(id);
        if (random.nextInt(4) == 0) {
            isp.call(() -> service.record(data));
        }
        return "account " + account.number() + " pays " + amount;
    }

    String reverse() {
        if (payments.isEmpty()) {
            return "has no payment to reverse";
        }
        int which = random.nextInt(payments.size());
        isp.call(() -> isp.service(PaymentService.class).reverse(payments.get(which), "returned"));
        return "reverses payment " + which;
    }

    String credit() {
        Account account = sales.accounts().get(random.nextInt(sales.accounts().size()));
        List<InvoiceDetails> invoices = invoicesOf(account);
        if (invoices.isEmpty()) {
            return "has no invoice to credit";
        }
        InvoiceDetails chosen = invoices.get(random.nextInt(invoices.size()));
        CreditRequest request =
                switch (random.nextInt(3)) {
                    case 0 -> CreditRequest.whole("wrong");
                    case 1 -> CreditRequest.ofLines(Set.of(1), "wrong line");
                    default ->
                        CreditRequest.ofAmount(
                                new net.dotmac.kernel.Money(1 + random.nextInt(2_000), "EUR"), "goodwill");
                };
        isp.call(() -> isp.service(InvoiceService.class).credit(chosen.id(), request));
        return "credits invoice of " + chosen.grossMinor() + " of account " + account.number();
    }

    /** A fee with its tax, a late fee without, or both; some causes ask twice. */
    String charge() {
        Account account = sales.accounts().get(random.nextInt(sales.accounts().size()));
        List<DebitLine> lines = new ArrayList<>();
        if (random.nextBoolean()) {
            lines.add(DebitLine.fee("Visit", euros(1 + random.nextInt(9_000)), "standard", random.nextBoolean()));
        }
        if (lines.isEmpty() || random.nextBoolean()) {
            lines.add(DebitLine.lateFee("Paid late", euros(1 + random.nextInt(2_500))));
        }
        DebitNoteRequest request = new DebitNoteRequest(null, "simulated", null, lines);
        DebitNoteService service = isp.service(DebitNoteService.class);
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            isp.call(() -> service.issue(account.id(), request));
        }
        return "charges account " + account.number() + " by " + lines.size() + " lines, asked " + times + " times";
    }

    /** Gives up a document or a part of it, or asks again for what was given up. */
    String giveUp() {
        Account account = sales.accounts().get(random.nextInt(sales.accounts().size()));
        List<InvoiceDetails> demands = demandsOf(account);
        if (demands.isEmpty()) {
            return "has nothing to give up";
        }
        InvoiceDetails chosen = demands.get(random.nextInt(demands.size()));
        WriteOffService service = isp.service(WriteOffService.class);
        List<WriteOffDetails> before = isp.call(() -> service.of(chosen.id())).stream()
                .filter(each -> !each.isRecovery())
                .toList();
        net.dotmac.kernel.Money money = random.nextBoolean() ? null : euros(1 + random.nextInt(5_000));
        WriteOffRequest request = new WriteOffRequest(money, random.nextInt(4) > 0, "simulated");
        if (!before.isEmpty() && random.nextBoolean()) {
            isp.call(() -> service.recover(before.get(0).id(), request));
            return "recovers " + before.get(0).amountMinor() + " of account " + account.number();
        }
        isp.call(() -> service.writeOff(chosen.id(), request));
        return "gives up a document of " + chosen.grossMinor() + " of account " + account.number();
    }

    private List<InvoiceDetails> invoicesOf(Account account) {
        return demandsOf(account).stream()
                .filter(each -> each.kind().equals("invoice"))
                .toList();
    }

    private List<InvoiceDetails> demandsOf(Account account) {
        return isp.call(() -> isp.service(InvoiceService.class)
                .list(Query.where(
                                Filter.equal("billingAccountId", account.id().toString()),
                                Filter.equal("kind", "invoice", "debitNote"))
                        .orderBy("number", false)
                        .page(0, 100))
                .rows());
    }

    private static net.dotmac.kernel.Money euros(long cents) {
        return new net.dotmac.kernel.Money(cents, "EUR");
    }
}
