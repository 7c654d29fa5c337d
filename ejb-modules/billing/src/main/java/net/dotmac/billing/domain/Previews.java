package net.dotmac.billing.domain;

import java.util.ArrayList;
import java.util.List;
import net.dotmac.billing.InvoiceLineDetails;
import net.dotmac.billing.InvoicePreview;
import net.dotmac.billing.InvoiceTaxDetails;
import net.dotmac.billing.domain.InvoiceDraft.Billable;
import net.dotmac.billing.domain.InvoiceDraft.Blocked;
import net.dotmac.billing.domain.InvoiceDraft.DraftLine;

/** Shows drafts to others. */
public final class Previews {

    private Previews() {}

    public static InvoicePreview of(InvoiceDraft draft) {
        if (draft instanceof Billable billable) {
            return billed(billable);
        }
        Blocked blocked = draft instanceof Blocked found ? found : null;
        return new InvoicePreview(
                draft.account().id(),
                draft.account().number(),
                draft.cycleDate(),
                blocked == null ? "nothingToBill" : "blocked",
                blocked == null ? null : blocked.reason().wire(),
                blocked == null ? null : blocked.detail(),
                null,
                draft.account().currency(),
                0,
                0,
                0,
                List.of(),
                List.of());
    }

    private static InvoicePreview billed(Billable draft) {
        List<InvoiceLineDetails> lines = new ArrayList<>();
        for (DraftLine line : draft.lines()) {
            lines.add(line(line, lines.size() + 1));
        }
        return new InvoicePreview(
                draft.account().id(),
                draft.account().number(),
                draft.cycleDate(),
                "billed",
                null,
                null,
                draft.kind().wire(),
                draft.account().currency(),
                draft.net(),
                draft.tax(),
                draft.gross(),
                lines,
                draft.taxes().stream()
                        .map(tax -> new InvoiceTaxDetails(
                                tax.category(), tax.jurisdiction(), tax.percent(), tax.net(), tax.tax()))
                        .toList());
    }

    private static InvoiceLineDetails line(DraftLine line, int number) {
        Charge charge = line.charge();
        Charge.MeasuredUsage usage = charge.usage();
        return new InvoiceLineDetails(
                null,
                number,
                charge.itemId(),
                charge.productId(),
                charge.kind().wire(),
                charge.description(),
                charge.period().start(),
                charge.period().end(),
                charge.quantity(),
                charge.unitPrice(),
                charge.discount(),
                line.net(),
                line.tax(),
                charge.taxCategory(),
                line.taxed().percent(),
                charge.taxIncluded(),
                usage == null ? null : usage.used(),
                usage == null ? null : usage.allowance(),
                usage == null ? null : usage.unitOfMeasure(),
                usage == null ? null : usage.rolledOver(),
                usage == null ? null : usage.formula());
    }
}
