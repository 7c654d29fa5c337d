package net.dotmac.payments.domain;

import java.util.ArrayList;
import java.util.List;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.PaymentProblem;

/** What is wrong with a bank's file, place by place, so that one look mends all of it. */
final class FileFaults {

    private static final int TOLD = 20;

    private final List<String> faults = new ArrayList<>();
    private int count;

    /** @param place such as {@code line 7} */
    void add(String place, String reason) {
        count++;
        if (faults.size() < TOLD) {
            faults.add(place + ": " + reason);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** @throws DomainException {@code bank-file-refused} if anything is wrong */
    void refuse() {
        if (count > 0) {
            String more = count > TOLD ? " And " + (count - TOLD) + " more." : "";
            throw refusal("Nothing was imported. " + String.join(" ", faults) + more);
        }
    }

    static DomainException refusal(String message) {
        return new DomainException(PaymentProblem.FILE_REFUSED, message);
    }
}
