package net.dotmac.collections;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dotmac.collections.persistence.PolicyRepository;
import net.dotmac.collections.persistence.PolicyRepository.DayOff;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.platform.TenantService;

/** The tenant's holidays: those of its whole country by law, and its own. */
@Stateless
@Interceptors(CallInterceptor.class)
public class HolidayService {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final int NAME_AT_MOST = 100;

    @Inject
    private Holidays holidays;

    @Inject
    private PolicyRepository repository;

    @Inject
    private TenantService tenants;

    @Inject
    private AuditTrail audit;

    /** A year's holidays in the order of their days. @throws DomainException {@code invalid-value} for a year far away */
    @Requires("collection.read")
    public List<HolidayDetails> list(int year) {
        requireYear(year);
        Map<LocalDate, HolidayDetails> days = new TreeMap<>();
        holidays.publicDays(tenants.current().country(), year)
                .forEach((day, name) -> days.put(day, new HolidayDetails(day, name, true, false)));
        repository
                .days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .forEach(own -> days.put(own.day(), new HolidayDetails(own.day(), own.name(), own.isOff(), true)));
        return List.copyOf(days.values());
    }

    /**
     * Adds a day off, or says that we work on a day that is otherwise off: a public holiday, or one of a weekend.
     *
     * @throws DomainException {@code invalid-value} naming the attribute
     */
    @Requires("dunningPolicy.write")
    public HolidayDetails put(LocalDate day, String name, boolean isOff) {
        requireYear(day.getYear());
        if (name == null || name.isBlank() || name.length() > NAME_AT_MOST) {
            throw DomainException.invalid("name", "A holiday needs a name of 1 to " + NAME_AT_MOST + " characters.");
        }
        repository.putDay(new DayOff(day, name.strip(), isOff));
        audit.record("holiday.changed", "holiday", day, Map.of("name", name.strip(), "isOff", isOff));
        return new HolidayDetails(day, name.strip(), isOff, true);
    }

    /** Takes an own day away. @throws DomainException {@code not-found} if it is none */
    @Requires("dunningPolicy.write")
    public void remove(LocalDate day) {
        if (!repository.removeDay(day)) {
            throw DomainException.notFound("own holiday", day);
        }
        audit.record("holiday.removed", "holiday", day, Map.of());
    }

    private static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw DomainException.invalid("year", "Found " + year + ", expected a year from 2000 to 2199.");
        }
    }
}
