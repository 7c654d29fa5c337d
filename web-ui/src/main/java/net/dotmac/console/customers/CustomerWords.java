package net.dotmac.console.customers;

import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Words;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.PostalAddress;

/** A customer's values in words. */
final class CustomerWords {

    private CustomerWords() {}

    static String kind(CustomerDetails customer) {
        return Words.of("customers.kind." + customer.data().kind().wire());
    }

    static String city(CustomerDetails customer) {
        PostalAddress address = customer.data().address();
        return address == null ? "" : address.city();
    }

    static String address(CustomerDetails customer) {
        PostalAddress address = customer.data().address();
        return address == null
                ? ""
                : address.street() + ", " + address.postcode() + " " + address.city() + ", " + address.country();
    }

    static Badge status(String status) {
        Badge.Tone tone =
                switch (status) {
                    case "active" -> Badge.Tone.GOOD;
                    case "closed" -> Badge.Tone.NEUTRAL;
                    default -> Badge.Tone.WARN;
                };
        return new Badge(Words.of("customers.status." + status), tone);
    }
}
