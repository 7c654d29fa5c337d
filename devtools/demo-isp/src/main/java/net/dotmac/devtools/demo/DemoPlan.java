package net.dotmac.devtools.demo;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is to be generated.
 *
 * @param seed the same seed gives the same ISPs
 * @param customers of both tenants together, 20 to 1,000,000
 * @param month first day of the month that is billed when the demo starts; three months before it are history
 */
public record DemoPlan(long seed, int customers, LocalDate month) {

    /** Businesses are billed on this day, households on the first. */
    public static final int BUSINESS_CYCLE_DAY = 15;

    static final int HISTORY_MONTHS = 3;
    private static final int BUSINESS_EVERY = 10;

    public DemoPlan {
        if (customers < 20 || customers > 1_000_000) {
            throw new IllegalArgumentException("a demo has 20 to 1,000,000 customers, found " + customers);
        }
        month = month.withDayOfMonth(1);
    }

    /** The plan for a day: the newest month whose business cycle has come, so that there is a cycle left to bill. */
    public static DemoPlan on(LocalDate today, int customers) {
        return new DemoPlan(20_270_101, customers, today.minusDays(BUSINESS_CYCLE_DAY - 1));
    }

    public LocalDate firstMonth() {
        return month.minusMonths(HISTORY_MONTHS);
    }

    int customersOf(DemoTenant tenant) {
        int ofAtoll = Math.max(5, customers / 8);
        return tenant.index() == 1 ? ofAtoll : customers - ofAtoll;
    }

    boolean isBusiness(int index) {
        return index % BUSINESS_EVERY == BUSINESS_EVERY - 1;
    }

    /** An id that depends on seed, tenant, kind of thing and number alone, ascending with the number. */
    UUID id(DemoTenant tenant, Kind kind, long number) {
        long high = 0x0193000000000000L
                | ((long) (tenant.index() * 32 + kind.ordinal()) << 32)
                | ((number >>> 16 & 0xffffL) << 16)
                | 0x7000L
                | (number >>> 4 & 0xfffL);
        long low = 0x8000000000000000L
                | ((number & 0xfL) << 58)
                | (mix(seed * 31 + tenant.index() * 7L + kind.ordinal(), number) & 0x03ffffffffffffffL);
        return new UUID(high, low);
    }

    /** A number from seed and purpose, spread evenly (SplitMix64's finalizer, Steele et al. 2014). */
    static long mix(long purpose, long number) {
        long z = purpose * 0x9E3779B97F4A7C15L + number;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** A number from 0 to below the bound, for one property of one thing. */
    int pick(DemoTenant tenant, Kind kind, long number, int property, int bound) {
        long mixed = mix(seed + 1000L * kind.ordinal() + 100_000L * property + tenant.index(), number);
        return (int) Long.remainderUnsigned(mixed, bound);
    }

    /** Kinds of things that have ids. */
    enum Kind {
        CUSTOMER,
        ACCOUNT,
        PRODUCT,
        ITEM,
        SERVICE,
        SPECIFICATION,
        OFFERING,
        PRICE,
        USER,
        CLIENT
    }
}
