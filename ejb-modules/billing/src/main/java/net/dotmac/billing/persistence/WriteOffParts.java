package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.WriteOffDetails;
import net.dotmac.billing.domain.Invoice;
import net.dotmac.billing.domain.WriteOffCalculator;

/** Reads what is left of documents and of write-offs by tax rate, so that an amount of it can be parted. */
@ApplicationScoped
public class WriteOffParts {

    @Inject
    private InvoiceRepository invoices;

    @Inject
    private WriteOffRepository writeOffs;

    /**
     * A document less its credit notes and what was given up of it and has not come back.
     *
     * @param before write-offs and recoveries of the document
     */
    public WriteOffCalculator ofDocument(Invoice invoice, List<WriteOffDetails> before) {
        WriteOffCalculator left = new WriteOffCalculator();
        invoices.lines(List.of(invoice.id()))
                .forEach(line -> left.add(
                        line.details().taxCategory(),
                        line.details().taxPercent(),
                        line.details().netMinor(),
                        line.details().taxMinor()));
        invoices.creditedLines(invoice.id())
                .forEach(line -> left.take(
                        line.details().taxCategory(),
                        line.details().taxPercent(),
                        -line.details().netMinor(),
                        -line.details().taxMinor()));
        take(left, before.stream().filter(each -> !each.isRecovery()).toList(), 1);
        take(left, before.stream().filter(WriteOffDetails::isRecovery).toList(), -1);
        return left;
    }

    /** A write-off less what came back of it. */
    public WriteOffCalculator ofWriteOff(UUID id, List<WriteOffDetails> before) {
        WriteOffCalculator left = new WriteOffCalculator();
        writeOffs.parts(List.of(id)).forEach(part -> left.add(part.category(), part.percent(), part.net(), part.tax()));
        take(left, before.stream().filter(each -> id.equals(each.recoversId())).toList(), 1);
        return left;
    }

    private void take(WriteOffCalculator left, List<WriteOffDetails> gone, int sign) {
        writeOffs
                .parts(gone.stream().map(WriteOffDetails::id).toList())
                .forEach(part -> left.take(part.category(), part.percent(), sign * part.net(), sign * part.tax()));
    }
}
