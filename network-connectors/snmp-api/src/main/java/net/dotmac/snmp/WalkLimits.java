package net.dotmac.snmp;

/**
 * How much of a device's table is read before the walk ends with a failure: some devices never stop.
 *
 * @param maxRows 1 or more
 * @param maxBindings variables received in all, 1 or more
 * @param maxMillis time for the whole walk in ms, 1 or more
 */
public record WalkLimits(int maxRows, int maxBindings, int maxMillis) {

    public WalkLimits {
        if (maxRows < 1 || maxBindings < 1 || maxMillis < 1) {
            throw new IllegalArgumentException("every limit of a walk is 1 or more");
        }
    }

    /** For interface tables: 4,096 rows, 100,000 variables, 30 s. */
    public static WalkLimits standard() {
        return new WalkLimits(4_096, 100_000, 30_000);
    }
}
