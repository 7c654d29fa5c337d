package net.dotmac.rest.customer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.DomainException;

/**
 * A way to reach a customer.
 *
 * @param mediumType {@code email}, {@code phone} or {@code postalAddress}
 */
record ContactMedium(String mediumType, Boolean preferred, Medium characteristic) {

    private static final String EMAIL = "email";
    private static final String PHONE = "phone";
    private static final String POSTAL = "postalAddress";

    /** TM Forum's MediumCharacteristic, as far as we keep it. */
    record Medium(
            String contactType,
            String emailAddress,
            String phoneNumber,
            String street1,
            String postCode,
            String city,
            String country) {}

    /** What the contact media of a customer say together. */
    record Contacts(String email, String phone, PostalAddress address) {}

    static List<ContactMedium> of(CustomerData data) {
        List<ContactMedium> media = new ArrayList<>();
        if (data.email() != null) {
            media.add(new ContactMedium(EMAIL, null, new Medium(null, data.email(), null, null, null, null, null)));
        }
        if (data.phone() != null) {
            media.add(new ContactMedium(PHONE, null, new Medium(null, null, data.phone(), null, null, null, null)));
        }
        PostalAddress at = data.address();
        if (at != null) {
            Medium medium = new Medium(null, null, null, at.street(), at.postcode(), at.city(), at.country());
            media.add(new ContactMedium(POSTAL, null, medium));
        }
        return media;
    }

    /** @throws DomainException {@code invalid-value} for an unknown or doubled medium */
    static Contacts read(List<ContactMedium> media) {
        String email = null;
        String phone = null;
        PostalAddress address = null;
        Set<String> seen = new HashSet<>();
        for (ContactMedium one : media == null ? List.<ContactMedium>of() : media) {
            if (one == null || one.characteristic() == null || one.mediumType() == null) {
                throw refused("A contact medium needs its mediumType and its characteristic.");
            }
            Medium medium = one.characteristic();
            String type = one.mediumType();
            if (!seen.add(type)) {
                throw refused("A customer has one contact medium of each type, and " + type + " came twice.");
            }
            switch (type) {
                case EMAIL -> email = medium.emailAddress();
                case PHONE -> phone = medium.phoneNumber();
                case POSTAL ->
                    address = new PostalAddress(medium.street1(), medium.postCode(), medium.city(), medium.country());
                default -> throw refused("There is no mediumType " + type + " here, only email, phone, postalAddress.");
            }
        }
        return new Contacts(email, phone, address);
    }

    private static DomainException refused(String message) {
        return DomainException.invalid("contactMedium", message);
    }
}
