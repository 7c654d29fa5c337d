package net.dotmac.console.prepaid;

import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Words;
import net.dotmac.prepaid.VoucherBatchDetails;

/** Batches of vouchers in words. */
final class VoucherWords {

    private VoucherWords() {}

    static Badge state(VoucherBatchDetails batch) {
        if (batch.lapsedOn() != null) {
            return new Badge(Words.of("prepaid.voucher.state.lapsed"), Badge.Tone.NEUTRAL);
        }
        Badge.Tone tone =
                switch (batch.state()) {
                    case "activated" -> Badge.Tone.GOOD;
                    case "stopped" -> Badge.Tone.BAD;
                    default -> Badge.Tone.WARN;
                };
        return new Badge(Words.of("prepaid.voucher.state." + batch.state()), tone);
    }

    static String value(VoucherBatchDetails batch) {
        return DepositWords.money(batch.valueMinor(), batch.currency());
    }
}
