package net.dotmac.devtools.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * One of the two ISPs.
 *
 * @param taxPercent the standard rate
 * @param priceFactor its prices as a multiple of the euro ones
 */
public record DemoTenant(
        int index,
        UUID id,
        String slug,
        String legalName,
        String country,
        String currency,
        String zone,
        String language,
        String street,
        String postcode,
        String city,
        String vatId,
        String bankAccount,
        BigDecimal taxPercent,
        BigDecimal priceFactor) {

    /** Tenant A: an Austrian ISP in euro. */
    public static final DemoTenant ALPENNETZ = new DemoTenant(
            0,
            UUID.fromString("01930000-0000-7000-8000-00000000000a"),
            "alpennetz",
            "Alpennetz GmbH",
            "AT",
            "EUR",
            "Europe/Vienna",
            "en",
            "Maria-Theresien-Straße 18",
            "6020",
            "Innsbruck",
            "ATU99999999",
            "AT61 1904 3002 3457 3201",
            new BigDecimal("20"),
            BigDecimal.ONE);

    /** Tenant B: an island ISP in New Zealand dollars, thirteen hours ahead of UTC all year. */
    public static final DemoTenant ATOLL = new DemoTenant(
            1,
            UUID.fromString("01930000-0000-7000-8000-00000000000b"),
            "atoll",
            "Atoll Connect Ltd",
            "TK",
            "NZD",
            "Pacific/Fakaofo",
            "en",
            "Lagoon Road 2",
            "9420",
            "Fakaofo",
            "999-999-999",
            "12-3456-7890123-00",
            new BigDecimal("15"),
            new BigDecimal("2"));

    public static final List<DemoTenant> ALL = List.of(ALPENNETZ, ATOLL);

    /** The instant at which a day begins for this tenant. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneId.of(zone)).toInstant();
    }
}
