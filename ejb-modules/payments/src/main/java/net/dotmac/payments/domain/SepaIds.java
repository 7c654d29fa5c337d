package net.dotmac.payments.domain;

import java.math.BigInteger;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import net.dotmac.kernel.DomainException;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** Identifiers of the SEPA schemes: what they look like, and whether their check digits agree. */
public final class SepaIds {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9+?/:().,'-]{1,35}");
    private static final Pattern CREDITOR = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}");
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    private SepaIds() {}

    /**
     * An IBAN without spaces.
     *
     * @throws DomainException {@code invalid-value} for a country, length or check digits that are wrong
     */
    public static String iban(String attribute, String text) {
        String iban = compact(text);
        try {
            IbanUtil.validate(iban);
        } catch (Iban4jException | IllegalArgumentException e) {
            throw DomainException.invalid(
                    attribute,
                    "Found " + StatementAmount.shortened(text)
                            + ", expected an IBAN whose country, length and check digits agree.");
        }
        return iban;
    }

    /** A BIC of 8 or 11 characters, or null if none is given. */
    public static String bic(String attribute, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String bic = compact(text);
        try {
            BicUtil.validate(bic);
        } catch (Iban4jException | IllegalArgumentException e) {
            throw DomainException.invalid(
                    attribute,
                    "Found " + StatementAmount.shortened(text) + ", expected a BIC of 8 or 11 characters, or none.");
        }
        return bic;
    }

    /**
     * A creditor id by EPC262-08: country, two check digits over the national id, a business code that is not checked.
     */
    public static String creditorId(String attribute, String text) {
        String id = compact(text);
        if (!CREDITOR.matcher(id).matches() || !isChecked(id)) {
            throw DomainException.invalid(
                    attribute,
                    "Found " + StatementAmount.shortened(text)
                            + ", expected a creditor id such as DE98ZZZ09999999999.");
        }
        return id;
    }

    private static boolean isChecked(String id) {
        StringBuilder digits = new StringBuilder();
        (id.substring(7) + id.substring(0, 4))
                .chars()
                .forEach(each -> digits.append(Character.getNumericValue((char) each)));
        return new BigInteger(digits.toString()).mod(CHECK).intValue() == 1;
    }

    /** A mandate's reference in capitals: the scheme tells no case apart. */
    public static String reference(String attribute, String text) {
        String reference = text.strip().toUpperCase(Locale.ROOT);
        boolean isSlashed = reference.startsWith("/") || reference.endsWith("/") || reference.contains("//");
        if (!REFERENCE.matcher(reference).matches() || isSlashed) {
            throw DomainException.invalid(
                    attribute,
                    "Found " + StatementAmount.shortened(text)
                            + ", expected 1 to 35 characters of A to Z, 0 to 9 and + ? / - : ( ) . , ' without spaces, "
                            + "and no slash at an end or beside another.");
        }
        return reference;
    }

    /** An id of 34 characters for the bank, the same each time for the same thing. */
    public static String of(String prefix, UUID id) {
        return prefix + id.toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** The IBAN as those see it who may know that it is one, but not which. */
    public static String masked(String iban) {
        return iban == null ? null : iban.substring(0, 4) + " … " + iban.substring(iban.length() - 4);
    }

    private static String compact(String text) {
        return text == null ? "" : text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
