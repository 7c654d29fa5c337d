package net.dotmac.devtools.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dotmac.devtools.demo.DemoPlan.Kind;

/**
 * One customer as seed, tenant and number make him.
 *
 * @param offerings what he has, by index in {@link DemoCatalog}
 * @param start first day of all he has
 * @param flaw why a billing run can't bill him, or null
 */
record DemoCustomer(
        int number,
        boolean isBusiness,
        String name,
        String email,
        String phone,
        String street,
        String postcode,
        String city,
        String vatId,
        List<Integer> offerings,
        LocalDate start,
        Flaw flaw) {

    /** What keeps an account from being billed; a person can mend each in the console. */
    enum Flaw {
        NO_TAX_CATEGORY,
        CURRENCY_MISMATCH,
        NO_ADDRESS
    }

    private static final List<String> GIVEN = List.of(
            "Anna",
            "Lukas",
            "Marie",
            "Jonas",
            "Sophie",
            "Paul",
            "Emma",
            "Felix",
            "Laura",
            "Jakob",
            "Lena",
            "David",
            "Julia",
            "Simon",
            "Hannah",
            "Tobias",
            "Katharina",
            "Elias",
            "Sarah",
            "Martin",
            "Eva",
            "Florian",
            "Lisa",
            "Daniel",
            "Theresa",
            "Michael",
            "Nina",
            "Georg",
            "Clara",
            "Andreas");
    private static final List<String> FAMILY = List.of(
            "Gruber",
            "Huber",
            "Bauer",
            "Wagner",
            "Müller",
            "Pichler",
            "Steiner",
            "Moser",
            "Mayer",
            "Hofer",
            "Leitner",
            "Berger",
            "Fuchs",
            "Eder",
            "Fischer",
            "Schmid",
            "Winkler",
            "Weber",
            "Schwarz",
            "Maier",
            "Reiter",
            "Brunner",
            "Lang",
            "Baumgartner",
            "Auer",
            "Egger",
            "Wallner",
            "Haas",
            "Lechner",
            "Kofler");
    private static final List<String> ISLAND_GIVEN = List.of(
            "Sina", "Ioane", "Mele", "Tavita", "Ana", "Petelo", "Losa", "Filipo", "Malia", "Iosefo", "Teresa",
            "Semisi");
    private static final List<String> ISLAND_FAMILY =
            List.of("Perez", "Faleafa", "Tinielu", "Kirifi", "Lopa", "Pasilio", "Manuele", "Tuia", "Isaia", "Kalolo");
    private static final List<String> TRADES = List.of(
            "Bakery",
            "Carpentry",
            "Dental Practice",
            "Hotel",
            "Logistics",
            "Architects",
            "Law Office",
            "Garage",
            "Consulting",
            "Media",
            "Pharmacy",
            "Engineering");
    private static final List<String> STREETS = List.of(
            "Hauptstraße",
            "Kirchgasse",
            "Bahnhofstraße",
            "Am Anger",
            "Seeweg",
            "Mühlbachweg",
            "Dorfplatz",
            "Sonnleiten",
            "Feldgasse",
            "Lindenweg",
            "Schulstraße",
            "Burgweg");
    private static final List<String> ISLAND_STREETS =
            List.of("Lagoon Road", "Palm Street", "Reef Lane", "Chapel Road");
    private static final String[][] TOWNS = {
        {"6020", "Innsbruck"}, {"6060", "Hall in Tirol"}, {"6130", "Schwaz"}, {"6300", "Wörgl"}, {"6330", "Kufstein"},
        {"6410", "Telfs"}, {"6460", "Imst"}, {"6500", "Landeck"}, {"9900", "Lienz"}, {"6370", "Kitzbühel"}
    };
    private static final String[][] VILLAGES = {{"9420", "Fakaofo"}, {"9421", "Nukunonu"}, {"9422", "Atafu"}};

    static DemoCustomer of(DemoPlan plan, DemoTenant tenant, int number) {
        boolean business = plan.isBusiness(number);
        Picker picker = new Picker(plan, tenant, number);
        String name = name(tenant, business, picker);
        if (tenant.index() == 0 && number == 0) {
            name = "Anna Berger";
        } else if (tenant.index() == 0 && number == 1) {
            name = "Jonas Weber";
        }
        String[] town = tenant.index() == 0 ? picker.from(TOWNS, 3) : picker.from(VILLAGES, 3);
        List<String> streets = tenant.index() == 0 ? STREETS : ISLAND_STREETS;
        String phone = tenant.index() == 0
                ? "+43 660 " + (1_000_000 + picker.below(9_000_000, 5))
                : "+690 " + (1000 + picker.below(9000, 5));
        return new DemoCustomer(
                number,
                business,
                name,
                email(name, number),
                phone,
                picker.from(streets, 4) + " " + (1 + picker.below(120, 6)),
                town[0],
                town[1],
                business && tenant.index() == 0 ? "ATU" + (10_000_000 + number) : null,
                offerings(business, picker),
                start(plan, tenant, number, picker),
                flaw(tenant, number));
    }

    private static String name(DemoTenant tenant, boolean business, Picker picker) {
        String family = tenant.index() == 0 ? picker.from(FAMILY, 2) : picker.from(ISLAND_FAMILY, 2);
        String given = tenant.index() == 0 ? picker.from(GIVEN, 1) : picker.from(ISLAND_GIVEN, 1);
        return business ? family + " " + picker.from(TRADES, 1) : given + " " + family;
    }

    private static String email(String name, int number) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z ]", "")
                .replace(' ', '.');
        return plain + "." + number + "@example.org";
    }

    private static List<Integer> offerings(boolean business, Picker picker) {
        List<Integer> chosen = new ArrayList<>();
        int access = picker.below(100, 7);
        if (business) {
            chosen.add(access < 65 ? DemoCatalog.BUSINESS_FIBRE : DemoCatalog.BUSINESS_WIRELESS);
            addWith(chosen, picker.below(100, 8) < 50, DemoCatalog.BUSINESS_ADDRESSES);
            return chosen;
        }
        if (access < 45) {
            chosen.add(DemoCatalog.FIBRE_250);
        } else if (access < 65) {
            chosen.add(DemoCatalog.FIBRE_1000);
        } else {
            chosen.add(access < 85 ? DemoCatalog.WIRELESS_50 : DemoCatalog.WIRELESS_METERED);
        }
        addWith(chosen, picker.below(100, 8) < 8, DemoCatalog.STATIC_ADDRESS);
        addWith(chosen, picker.below(100, 9) < 22, DemoCatalog.IPTV);
        addWith(chosen, picker.below(100, 10) < 20, DemoCatalog.VOICE);
        return chosen;
    }

    private static void addWith(List<Integer> chosen, boolean wanted, int offering) {
        if (wanted) {
            chosen.add(offering);
        }
    }

    /** Most have been customers for years; Anna Berger came in the middle of the month before the one that is billed. */
    private static LocalDate start(DemoPlan plan, DemoTenant tenant, int number, Picker picker) {
        if (tenant.index() == 0 && number == 0) {
            return plan.month().minusMonths(1).withDayOfMonth(15);
        }
        int day = plan.isBusiness(number) ? DemoPlan.BUSINESS_CYCLE_DAY : 1;
        return plan.firstMonth().withDayOfMonth(day).minusMonths(picker.below(24, 11));
    }

    private static Flaw flaw(DemoTenant tenant, int number) {
        if (tenant.index() != 0) {
            return null;
        }
        return switch (number) {
            case 9 -> Flaw.NO_TAX_CATEGORY;
            case 19 -> Flaw.CURRENCY_MISMATCH;
            case 29 -> Flaw.NO_ADDRESS;
            default -> null;
        };
    }

    /** Draws the properties of one customer. */
    private record Picker(DemoPlan plan, DemoTenant tenant, int number) {

        int below(int bound, int property) {
            return plan.pick(tenant, Kind.CUSTOMER, number, property, bound);
        }

        <T> T from(List<T> list, int property) {
            return list.get(below(list.size(), property));
        }

        String[] from(String[][] list, int property) {
            return list[below(list.length, property)];
        }
    }
}
