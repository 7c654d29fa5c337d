package net.dotmac.payments.domain;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a bank answers to a file.
 *
 * @param messageId the bank's own id of the report
 * @param originalMessageId of our file
 * @param statuses of the whole file, of its groups and of single transactions, as far as the report tells
 */
public record StatusReport(String messageId, String originalMessageId, List<Status> statuses) {

    public StatusReport {
        statuses = List.copyOf(statuses);
    }

    /**
     * One status. With neither id it is the whole file's.
     *
     * @param paymentInformationId of the group, or null
     * @param endToEndId of the transaction, or null
     * @param code such as ACCP, PART or RJCT
     * @param reason why, an ISO 20022 code, or null
     */
    public record Status(String paymentInformationId, String endToEndId, String code, String reason) {

        public boolean isRejection() {
            return "RJCT".equals(code);
        }
    }

    /** The file's own status, or null. */
    public String fileStatus() {
        return statuses.stream()
                .filter(each -> each.paymentInformationId() == null && each.endToEndId() == null)
                .map(Status::code)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Why a transaction was rejected: as it says itself, else its group, else the file; null if nobody rejects it.
     * What is told of a transaction counts more than what is told of the whole.
     */
    public Status rejection(String paymentInformationId, String endToEndId) {
        Status own = find(each -> endToEndId.equals(each.endToEndId()));
        Status group =
                find(each -> each.endToEndId() == null && paymentInformationId.equals(each.paymentInformationId()));
        Status file = find(each -> each.endToEndId() == null && each.paymentInformationId() == null);
        for (Status status : new Status[] {own, group, file}) {
            if (status != null && status.code() != null) {
                return status.isRejection() ? status : null;
            }
        }
        return null;
    }

    private Status find(Predicate<Status> wanted) {
        return statuses.stream().filter(wanted).findFirst().orElse(null);
    }
}
