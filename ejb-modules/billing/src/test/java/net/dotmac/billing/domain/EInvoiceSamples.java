package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.day;
import static net.dotmac.billing.domain.Samples.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.dotmac.billing.domain.Charge.MeasuredUsage;
import net.dotmac.billing.domain.CreditPolicy.CreditableLine;
import net.dotmac.billing.domain.CreditPolicy.LineCredit;
import net.dotmac.billing.domain.InvoiceDocument.Line;
import net.dotmac.billing.domain.TaxCalculator.Taxable;
import net.dotmac.billing.domain.TaxCalculator.Taxed;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.Money;
import net.dotmac.platform.Seller;

/** Documents of every kind that billing can issue, each following from its seed; the first dozen seeds have every kind once. */
final class EInvoiceSamples {

    private static final String[] NAMES = {
        "Jürgen Größler", "Café de l’Œuvre SARL", "Stadtwerke & Söhne <GmbH>", "名前 \u0000\n\ud83e\udd84", "Łukasz Żółć"
    };
    private static final String[] CURRENCIES = {"EUR", "EUR", "EUR", "CHF", "JPY", "SEK"};
    private static final String[] UNITS = {"GB", "MB", "min", "SMS"};
    private static final String[] RATES = {"19", "7", "0", "5.5"};

    private final int kind;
    private final Random random;
    private final String currency;
    private final TaxTreatment treatment;

    private EInvoiceSamples(int seed) {
        this.kind = seed % 12;
        this.random = new Random(seed);
        this.currency = CURRENCIES[random.nextInt(CURRENCIES.length)];
        this.treatment =
                kind == 4 ? TaxTreatment.REVERSE_CHARGE : kind == 5 ? TaxTreatment.EXEMPT : TaxTreatment.STANDARD;
    }

    /** @param document what was issued; @param terms what else an e-invoice of it says */
    record Sample(InvoiceDocument document, EInvoiceTerms terms) {}

    static Sample of(int seed) {
        return new EInvoiceSamples(seed).sample();
    }

    private Sample sample() {
        List<Line> lines = lines();
        boolean isCredit = kind == 6 || kind == 7 || kind == 8;
        if (kind == 6 || kind == 7) {
            lines = credited(lines, kind == 7);
        } else if (kind == 8) {
            lines = negated(lines);
        }
        EInvoiceTerms terms = new EInvoiceTerms(
                random.nextBoolean() ? "04011000-12345-34" : null,
                random.nextBoolean() ? "PO-" + random.nextInt(100_000) : null,
                random.nextBoolean() ? new ElectronicAddress("0088", "4012345000009") : null,
                random.nextBoolean() ? new ElectronicAddress("0204", "04011000-12345-34") : null,
                isCredit && kind != 8 ? day("2027-05-01") : null);
        return new Sample(document(lines, isCredit), terms);
    }

    private InvoiceDocument document(List<Line> lines, boolean isCredit) {
        String[] languages = {"de", "en", "fr", null};
        String[] accounts = {"DE02 1203 0000 0000 2020 51", "12-3456-7890123-00", null};
        Seller seller = new Seller(
                "Nordlicht Netz & Söhne GmbH",
                "Hafenstraße 12",
                "20457",
                "Hamburg",
                "DE",
                "DE 123 456 789",
                "rechnung@nordlicht.example",
                "+49 40 123456",
                accounts[random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0]);
        BillTo buyer = new BillTo(
                new UUID(0, 1),
                "K-10042",
                NAMES[random.nextInt(NAMES.length)],
                new PostalAddress("Rue de la Paix 7", "75002", "Paris", kind == 4 || kind == 11 ? "FR" : "DE"),
                "a@example.org",
                kind == 4 ? "FR40303265045" : null,
                languages[random.nextInt(languages.length)]);
        return new InvoiceDocument(
                isCredit ? DocumentKind.CREDIT_NOTE : kind >= 10 ? DocumentKind.DEBIT_NOTE : DocumentKind.INVOICE,
                "RE2027-" + random.nextInt(100_000),
                isCredit && kind != 8 ? "RE2027-000001" : null,
                day("2027-06-01"),
                day("2027-06-15"),
                "A-20017",
                seller,
                buyer,
                currency,
                treatment,
                lines,
                List.of());
    }

    private List<Line> lines() {
        int count = kind == 9 ? 40 : 1 + random.nextInt(6);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(draft(i));
        }
        if (kind == 10) {
            drafts.add(lateFee());
        } else if (kind == 11) {
            drafts.clear();
            drafts.add(lateFee());
        }
        Taxed taxed = TaxCalculator.calculate(drafts.stream()
                .map(draft -> new Taxable(
                        "c" + draft.percent,
                        List.of(new TaxRate("", draft.percent)),
                        draft.isInclusive,
                        treatment != TaxTreatment.STANDARD,
                        draft.undiscounted - draft.discount))
                .toList());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            lines.add(drafts.get(i).line(taxed.lines().get(i)));
        }
        return lines;
    }

    private Draft draft(int index) {
        BigDecimal percent = number(kind == 3 ? RATES[index % RATES.length] : "19");
        boolean isInclusive = kind == 1 || kind == 2 && index % 2 == 0 || kind == 4 && index == 1;
        boolean isUsage = random.nextInt(4) == 0;
        boolean isCredit = index > 0 && random.nextInt(6) == 0;
        BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), 2 + random.nextInt(7));
        BigDecimal quantity = isUsage
                ? BigDecimal.valueOf(random.nextInt(2_000_000_000), random.nextInt(9))
                : BigDecimal.valueOf(1 + random.nextInt(5));
        if (random.nextInt(10) == 0 && isUsage) {
            quantity = BigDecimal.ZERO;
        }
        int days = 1 + random.nextInt(31);
        BigDecimal exact = price.multiply(quantity).movePointRight(Money.decimals(currency));
        if (!isUsage) {
            exact = exact.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(31), 8, RoundingMode.HALF_UP);
        }
        long undiscounted = exact.setScale(0, RoundingMode.HALF_UP).longValueExact() % 100_000_000L;
        if (isUsage && undiscounted > 0) {
            price = null;
        }
        long discount = random.nextInt(3) == 0 ? undiscounted * random.nextInt(101) / 100 : 0;
        int sign = isCredit ? -1 : 1;
        return new Draft(
                isUsage ? LineKind.USAGE : isCredit ? LineKind.RECURRING_CREDIT : LineKind.RECURRING,
                new BillingPeriod(day("2027-05-01"), day("2027-05-01").plusDays(days)),
                quantity,
                price,
                sign * undiscounted,
                sign * discount,
                percent,
                isInclusive,
                isUsage
                        ? new MeasuredUsage(
                                quantity.add(BigDecimal.TEN), BigDecimal.TEN, UNITS[random.nextInt(UNITS.length)])
                        : null);
    }

    private static Draft lateFee() {
        LocalDate day = day("2027-05-20");
        return new Draft(
                LineKind.LATE_FEE,
                new BillingPeriod(day, day.plusDays(1)),
                BigDecimal.ONE,
                number("5"),
                500,
                0,
                BigDecimal.ZERO,
                false,
                null);
    }

    /** A credit note of all lines, or of part of the sum where one is left. */
    private List<Line> credited(List<Line> lines, boolean isPartial) {
        List<CreditableLine> creditable = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            creditable.add(
                    new CreditableLine(i + 1, lines.get(i).net(), lines.get(i).tax(), 0, 0));
        }
        long gross = lines.stream().mapToLong(line -> line.net() + line.tax()).sum();
        List<LineCredit> credits = isPartial && gross > 3
                ? CreditPolicy.amount(creditable, new Money(gross / 3, currency))
                : CreditPolicy.whole(creditable);
        List<Line> notes = new ArrayList<>();
        for (LineCredit credit : credits) {
            Line line = lines.get(credit.lineNo() - 1);
            notes.add(with(line, -credit.net(), -credit.tax(), 0));
        }
        return notes;
    }

    /** As a run does it when more is given back than charged. */
    private static List<Line> negated(List<Line> lines) {
        return lines.stream()
                .map(line -> with(line, -line.net(), -line.tax(), -line.discount()))
                .toList();
    }

    private static Line with(Line line, long net, long tax, long discount) {
        return new Line(
                line.kind(),
                line.description(),
                line.period(),
                line.quantity(),
                line.unitPrice(),
                discount,
                net,
                tax,
                line.taxPercent(),
                line.taxIncluded(),
                line.usage());
    }

    private record Draft(
            LineKind kind,
            BillingPeriod period,
            BigDecimal quantity,
            BigDecimal price,
            long undiscounted,
            long discount,
            BigDecimal percent,
            boolean isInclusive,
            MeasuredUsage usage) {

        private Line line(TaxCalculator.TaxedLine taxed) {
            return new Line(
                    kind,
                    "Glasfaser 1000 & <Telefon> " + percent + " %",
                    period,
                    quantity,
                    price,
                    discount,
                    taxed.net(),
                    taxed.tax(),
                    taxed.percent(),
                    isInclusive,
                    usage);
        }
    }
}
