package net.dotmac.payments.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.MandateData;

/** Checks what is told of a mandate and spells it as it is kept. */
public final class MandateForm {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private MandateForm() {}

    /**
     * The mandate with its defaults.
     *
     * @param data with a reference and a debtor who has a name and an address
     * @throws DomainException {@code invalid-value} naming the attribute
     */
    public static MandateData checked(MandateData data, LocalDate today) {
        if (data.signedOn() == null
                || data.signedOn().isAfter(today)
                || !data.signedOn().isAfter(today.minusMonths(Mandate.UNUSED_MONTHS))) {
            throw DomainException.invalid(
                    "signedOn",
                    "Found " + data.signedOn() + ", expected a day within the last " + Mandate.UNUSED_MONTHS
                            + " months, at most today.");
        }
        return new MandateData(
                data.billingAccountId(),
                SepaIds.reference("reference", data.reference()),
                oneOf("scheme", data.scheme(), "CORE", "B2B"),
                oneOf("sequence", data.sequence(), "RCUR", Mandate.ONE_OFF),
                data.signedOn(),
                checked(data.debtor()));
    }

    /** The payer with the customer's own name and address where he has none. @param customer null if nothing is known of him */
    public static Debtor whole(Debtor debtor, BillTo customer) {
        PostalAddress own = customer == null ? null : customer.address();
        String name = debtor.name() == null && customer != null ? customer.name() : debtor.name();
        if (debtor.town() != null || own == null) {
            return new Debtor(
                    name,
                    debtor.street(),
                    debtor.building(),
                    debtor.postcode(),
                    debtor.town(),
                    debtor.country(),
                    debtor.iban(),
                    debtor.bic());
        }
        return new Debtor(
                name, own.street(), null, own.postcode(), own.city(), own.country(), debtor.iban(), debtor.bic());
    }

    /** @throws DomainException {@code invalid-value} naming the attribute */
    public static Debtor checked(Debtor debtor) {
        return new Debtor(
                text("name", debtor.name(), 70, true),
                text("street", debtor.street(), 70, false),
                text("building", debtor.building(), 16, false),
                text("postcode", debtor.postcode(), 16, false),
                text("town", debtor.town(), 35, true),
                country("country", debtor.country()),
                SepaIds.iban("iban", debtor.iban()),
                SepaIds.bic("bic", debtor.bic()));
    }

    public static String country(String attribute, String code) {
        if (code == null || !COUNTRIES.contains(code)) {
            throw DomainException.invalid(
                    attribute,
                    "Found " + StatementAmount.shortened(code) + ", expected a country's two letters such as DE.");
        }
        return code;
    }

    /** The text without space around, or null if it may be missing and is. */
    public static String text(String attribute, String text, int atMost, boolean isRequired) {
        String found = text == null || text.isBlank() ? null : text.strip();
        if (found == null && !isRequired) {
            return null;
        }
        if (found == null || found.length() > atMost || found.chars().anyMatch(Character::isISOControl)) {
            throw DomainException.invalid(
                    attribute,
                    "Found " + StatementAmount.shortened(text) + ", expected 1 to " + atMost + " characters.");
        }
        return found;
    }

    private static String oneOf(String attribute, String text, String... known) {
        String found = text == null ? known[0] : text;
        if (!Arrays.asList(known).contains(found)) {
            throw DomainException.invalid(
                    attribute,
                    "Found " + StatementAmount.shortened(text) + ", expected " + String.join(" or ", known) + ".");
        }
        return found;
    }
}
