package net.dotmac.ledger;

/**
 * What customers owe in one currency, by how long it is overdue.
 *
 * @param openMinor the sum, 0 or more
 * @param documents how many receivables that is
 */
public record ReceivablesAge(String currency, Band band, long openMinor, long documents) {

    /** The usual bands of an ageing report, in days after the due date. */
    public enum Band {
        NOT_DUE(Integer.MIN_VALUE),
        DAYS_1_TO_30(1),
        DAYS_31_TO_60(31),
        DAYS_61_TO_90(61),
        OVER_90_DAYS(91);

        private final int from;

        Band(int from) {
            this.from = from;
        }

        /** @param daysOverdue 0 or less if it is not overdue */
        public static Band of(int daysOverdue) {
            Band found = NOT_DUE;
            for (Band band : values()) {
                if (daysOverdue >= band.from) {
                    found = band;
                }
            }
            return found;
        }
    }
}
