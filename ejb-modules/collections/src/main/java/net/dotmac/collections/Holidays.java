package net.dotmac.collections;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.collections.domain.BusinessCalendar;
import net.dotmac.collections.persistence.PolicyRepository;
import net.dotmac.collections.persistence.PolicyRepository.DayOff;
import net.dotmac.platform.TenantService;

/** The days off of the current tenant: the public holidays of all of his country, and what he has added or taken out. */
@ApplicationScoped
class Holidays {

    private static final int MONTHS_AHEAD = 30;

    private final Map<String, Map<LocalDate, String>> known = new ConcurrentHashMap<>();

    @Inject
    private TenantService tenants;

    @Inject
    private PolicyRepository repository;

    /** The calendar for decisions around a day; own days are read once for it. */
    BusinessCalendar around(LocalDate day) {
        String country = tenants.current().country();
        Map<LocalDate, DayOff> own =
                repository.days(day.minusMonths(MONTHS_AHEAD), day.plusMonths(MONTHS_AHEAD)).stream()
                        .collect(Collectors.toMap(DayOff::day, Function.identity()));
        return new BusinessCalendar(
                each -> own.containsKey(each)
                        || publicDays(country, each.getYear()).containsKey(each),
                each -> own.containsKey(each) && !own.get(each).isOff());
    }

    /** Public holidays of a year by their English names; a country that nobody has listed has none. */
    Map<LocalDate, String> publicDays(String country, int year) {
        return known.computeIfAbsent(country + year, key -> read(country, year));
    }

    private static Map<LocalDate, String> read(String country, int year) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(country)) {
            return Map.of();
        }
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)))
                .getHolidays(Year.of(year))
                .stream()
                .collect(Collectors.toMap(
                        Holiday::getDate, each -> each.getDescription(Locale.ENGLISH), (one, other) -> one));
    }
}
