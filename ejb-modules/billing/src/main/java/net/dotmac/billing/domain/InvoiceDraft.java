package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What billing an account for one cycle date comes to. A draft that isn't issued is the preview: it has everything but
 * numbers, ids and times.
 */
public sealed interface InvoiceDraft {

    BillableAccount account();

    /** The cycle date billed for. */
    LocalDate cycleDate();

    /**
     * A document to issue.
     *
     * @param nextBillOn the account's next cycle date after it
     * @param kind a credit note if the sum is negative
     * @param lines at least one
     * @param taxes per category and rate
     * @param marks how far items are charged after it, for those that changed
     */
    record Billable(
            BillableAccount account,
            LocalDate cycleDate,
            LocalDate nextBillOn,
            DocumentKind kind,
            List<DraftLine> lines,
            List<TaxTotal> taxes,
            List<ChargeMark> marks)
            implements InvoiceDraft {

        public Billable {
            lines = List.copyOf(lines);
            taxes = List.copyOf(taxes);
            marks = List.copyOf(marks);
        }

        /** Minor units. */
        public long net() {
            return lines.stream().mapToLong(DraftLine::net).reduce(0, Math::addExact);
        }

        /** Minor units. */
        public long tax() {
            return taxes.stream().mapToLong(TaxTotal::tax).reduce(0, Math::addExact);
        }

        /** Minor units. */
        public long gross() {
            return Math.addExact(net(), tax());
        }
    }

    /** Nothing is due; the account only moves on to its next cycle date. */
    record NothingToBill(BillableAccount account, LocalDate cycleDate, LocalDate nextBillOn, List<ChargeMark> marks)
            implements InvoiceDraft {

        public NothingToBill {
            marks = List.copyOf(marks);
        }
    }

    /**
     * The account stays where it is until a person has mended the cause.
     *
     * @param detail what was found and what to do, for people
     */
    record Blocked(BillableAccount account, LocalDate cycleDate, BlockReason reason, String detail)
            implements InvoiceDraft {}

    /**
     * A charge with its tax.
     *
     * @param charge what is charged
     * @param taxed its net, tax and rate
     */
    record DraftLine(Charge charge, TaxCalculator.TaxedLine taxed) {

        public long net() {
            return taxed.net();
        }

        public long tax() {
            return taxed.tax();
        }
    }
}
