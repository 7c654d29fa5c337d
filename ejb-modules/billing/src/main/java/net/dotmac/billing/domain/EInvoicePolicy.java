package net.dotmac.billing.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.dotmac.billing.domain.EInvoice.Party;
import net.dotmac.kernel.Money;

/** What keeps a document from being an e-invoice. */
final class EInvoicePolicy {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> VAT_ONLY_PREFIXES = Set.of("EL", "XI");

    private EInvoicePolicy() {}

    /** In words, each to follow "can't be made:"; empty if nothing does. */
    static List<String> against(InvoiceDocument document, Party seller, Party buyer) {
        List<String> against = new ArrayList<>();
        if (hasSeveralJurisdictions(document)) {
            against.add("a line is taxed by several jurisdictions, and EN 16931 knows one VAT category a line");
        }
        if (Money.decimals(document.currency()) > 2) {
            against.add("EN 16931 knows amounts of two decimals at most, and " + document.currency() + " has more");
        }
        if (document.lines().isEmpty()) {
            against.add("it has no lines");
        }
        party(seller, "seller", against);
        party(buyer, "buyer", against);
        if (seller.id() == null) {
            against.add("the seller's VAT id was missing when it was issued");
        }
        vatId(seller.vatId(), "seller", against);
        vatId(buyer.vatId(), "buyer", against);
        if (document.treatment() == TaxTreatment.REVERSE_CHARGE && buyer.vatId() == null) {
            against.add("the buyer's VAT id, which reverse charge needs, was missing when it was issued");
        }
        boolean isGerman = "DE".equals(seller.country()) && "DE".equals(buyer.country());
        if (isForPeppol(seller, buyer) && isGerman && (seller.email() == null || seller.phone() == null)) {
            against.add("Peppol asks for the e-mail address and the phone number of a German seller");
        }
        return against;
    }

    /** Whether both sides have an address in the Peppol network, which e-mail is none of: then its rules hold too. */
    static boolean isForPeppol(Party seller, Party buyer) {
        return Stream.of(seller, buyer)
                .allMatch(party -> party.address() != null && party.address().isInPeppol());
    }

    private static boolean hasSeveralJurisdictions(InvoiceDocument document) {
        Set<String> seen = new HashSet<>();
        return document.taxes().stream()
                .map(tax -> tax.category() + " " + tax.linePercent().stripTrailingZeros())
                .anyMatch(group -> !seen.add(group));
    }

    private static void party(Party party, String who, List<String> against) {
        if (party.name() == null) {
            against.add("the " + who + " has no name");
        }
        if (party.street() == null || party.city() == null) {
            against.add("the " + who + "'s address is not complete");
        }
        if (party.country() == null || !COUNTRIES.contains(party.country())) {
            against.add("the " + who + "'s country is not known");
        }
    }

    private static void vatId(String vatId, String who, List<String> against) {
        if (vatId == null) {
            return;
        }
        String prefix = vatId.length() < 4 ? "" : vatId.substring(0, 2);
        if (!COUNTRIES.contains(prefix) && !VAT_ONLY_PREFIXES.contains(prefix)) {
            against.add(
                    "the " + who + "'s VAT id " + vatId + " does not begin with a country's code, as in DE123456789");
        }
    }
}
