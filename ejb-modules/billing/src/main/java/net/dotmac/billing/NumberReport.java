package net.dotmac.billing;

import java.util.List;

/**
 * Whether the numbers of all documents are gapless.
 *
 * @param counts every count, with what was checked of it
 * @param faults what is missing or double, the first thousand; empty proves that nothing is
 */
public record NumberReport(List<Count> counts, List<Fault> faults) {

    public NumberReport {
        counts = List.copyOf(counts);
        faults = List.copyOf(faults);
    }

    public boolean isGapless() {
        return faults.isEmpty();
    }

    /**
     * One count of a series.
     *
     * @param series {@code invoice} or {@code creditNote}
     * @param year 0 for a count without years
     * @param documents how many were checked
     * @param first the least sequence number found, 0 without documents
     * @param last the greatest found
     * @param given the last number that was given out
     * @param firstNumber as the document shows it, or null
     * @param lastNumber as the document shows it, or null
     */
    public record Count(
            String series,
            int year,
            long documents,
            long first,
            long last,
            long given,
            String firstNumber,
            String lastNumber) {}

    /**
     * Numbers that are missing, or one that came twice.
     *
     * @param kind {@code missing} or {@code double}
     * @param from the first sequence number of it
     * @param to the last
     * @param foundAt number of the document that follows the gap, or is the second; null at the end of a count
     * @param fromNumber as documents would show it
     * @param toNumber as documents would show it
     */
    public record Fault(
            String series,
            int year,
            String kind,
            long from,
            long to,
            String foundAt,
            String fromNumber,
            String toNumber) {}
}
