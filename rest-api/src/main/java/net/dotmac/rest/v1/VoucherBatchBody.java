package net.dotmac.rest.v1;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.kernel.Money;
import net.dotmac.prepaid.RedemptionDetails;
import net.dotmac.prepaid.VoucherBatchDetails;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Links;

/**
 * A batch of vouchers as REST shows it; its codes it never shows.
 *
 * @param state made, activated or stopped
 * @param codesAt when its codes were told
 * @param billingAccountId to whom it was sold
 * @param lapsedOn when what nobody redeemed was booked out
 */
record VoucherBatchBody(
        String id,
        String href,
        String name,
        TmfMoney value,
        int quantity,
        long redeemed,
        LocalDate expiresOn,
        String state,
        LocalDate madeOn,
        String madeBy,
        Instant codesAt,
        String billingAccountId,
        LocalDate activatedOn,
        String stopReason,
        LocalDate lapsedOn) {

    static final String PATH = "/api/v1/voucher-batches/";

    record Redeemed(String id, int serial, String billingAccountId, LocalDate day, Instant at, String actor) {}

    /** @param redemptions the latest first */
    record Redemptions(String batchId, List<Redeemed> redemptions) {}

    static VoucherBatchBody of(VoucherBatchDetails batch, Links links) {
        return new VoucherBatchBody(
                batch.id().toString(),
                links.to(PATH, batch.id()),
                batch.name(),
                TmfMoney.of(new Money(batch.valueMinor(), batch.currency())),
                batch.quantity(),
                batch.redeemed(),
                batch.expiresOn(),
                batch.state(),
                batch.madeOn(),
                batch.madeBy(),
                batch.codesAt(),
                batch.billingAccountId() == null
                        ? null
                        : batch.billingAccountId().toString(),
                batch.activatedOn(),
                batch.stopReason(),
                batch.lapsedOn());
    }

    static Redeemed redeemed(RedemptionDetails each) {
        return new Redeemed(
                each.id().toString(),
                each.serial(),
                each.billingAccountId().toString(),
                each.day(),
                each.at(),
                each.actor());
    }
}
