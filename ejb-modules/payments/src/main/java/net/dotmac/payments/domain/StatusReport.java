package net.dotmac.payments.domain;

import java.util.Map;

/**
 * What a bank answers to a file.
 *
 * @param messageId the bank's own id of the report
 * @param originalMessageId of our file
 * @param file what becomes of the whole file
 * @param groups what becomes of whole groups, by their payment information ids
 * @param debits what becomes of single debits, by their end-to-end ids
 */
public record StatusReport(
        String messageId,
        String originalMessageId,
        Status file,
        Map<String, Status> groups,
        Map<String, Status> debits) {

    static final Status UNTOLD = new Status(null, null);

    public StatusReport {
        groups = Map.copyOf(groups);
        debits = Map.copyOf(debits);
    }

    /**
     * A status.
     *
     * @param code such as ACCP, PART or RJCT, or null if none is told
     * @param reason why, an ISO 20022 code, or null
     */
    public record Status(String code, String reason) {

        private boolean isTold() {
            return code != null;
        }

        private boolean isRejection() {
            return "RJCT".equals(code);
        }
    }

    /**
     * Why a debit was rejected: as the report says of it, else of its group, else of the file; null if nobody rejects
     * it. What is told of a debit counts more than what is told of the whole.
     */
    public Status rejection(String paymentInformationId, String endToEndId) {
        Status own = debits.getOrDefault(endToEndId, UNTOLD);
        Status group = groups.getOrDefault(paymentInformationId, UNTOLD);
        Status said = own.isTold() ? own : group.isTold() ? group : file;
        return said.isRejection() ? said : null;
    }
}
