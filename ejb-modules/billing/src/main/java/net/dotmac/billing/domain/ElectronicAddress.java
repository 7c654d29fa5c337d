package net.dotmac.billing.domain;

import java.util.regex.Pattern;
import net.dotmac.kernel.DomainException;

/**
 * Where e-invoices reach somebody: BT-34 of the seller, BT-49 of the buyer.
 *
 * @param scheme of the code list EAS, such as 0088 for a GLN or EM for an e-mail address
 * @param id the address within the scheme, 1 to 100 characters
 */
public record ElectronicAddress(String scheme, String id) {

    private static final Pattern SCHEME = Pattern.compile("[0-9]{4}|AN|AQ|AS|AU|EM");
    private static final int LONGEST = 100;

    /**
     * From its parts, both null for none.
     *
     * @throws DomainException {@code invalid-value} for half an address or a scheme that can't be one
     */
    public static ElectronicAddress of(String scheme, String id) {
        boolean hasScheme = scheme != null && !scheme.isBlank();
        boolean hasId = id != null && !id.isBlank();
        if (!hasScheme && !hasId) {
            return null;
        }
        if (!hasScheme || !SCHEME.matcher(scheme.strip()).matches()) {
            throw DomainException.invalid(
                    "electronicAddressScheme",
                    "Found " + scheme + ", expected a code of the list EAS: four digits, or EM for an e-mail address.");
        }
        if (!hasId || id.strip().length() > LONGEST) {
            throw DomainException.invalid(
                    "electronicAddress", "Expected 1 to " + LONGEST + " characters for the electronic address.");
        }
        return new ElectronicAddress(scheme.strip(), id.strip());
    }

    /** Whether the scheme is one of identifiers, as Peppol's participants have them, and none of addresses. */
    boolean isInPeppol() {
        return Character.isDigit(scheme.charAt(0));
    }

    static ElectronicAddress ofEmail(String email) {
        return email == null || email.isBlank() ? null : new ElectronicAddress("EM", email.strip());
    }
}
