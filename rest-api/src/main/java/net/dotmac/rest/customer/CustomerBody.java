package net.dotmac.rest.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerKind;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.tmf.Characteristic;
import net.dotmac.rest.tmf.Ref;

/** TMF629 Customer. */
record CustomerBody(
        String id,
        String href,
        String name,
        String status,
        Ref engagedParty,
        List<ContactMedium> contactMedium,
        List<Characteristic> characteristic,
        @JsonProperty("@type") String type) {

    private static final String NUMBER = "number";
    private static final String KIND = "customerKind";
    private static final String VAT_ID = "vatId";
    private static final String LANGUAGE = "language";
    private static final String ORGANIZATION = "Organization";

    static CustomerBody of(CustomerDetails customer, String href) {
        CustomerData data = customer.data();
        String party = data.partyId() == null ? customer.id().toString() : data.partyId();
        String partyType = data.kind() == CustomerKind.HOUSEHOLD ? "Individual" : ORGANIZATION;
        List<Characteristic> characteristics = new ArrayList<>();
        characteristics.add(Characteristic.text(NUMBER, data.number()));
        characteristics.add(Characteristic.text(KIND, data.kind().wire()));
        if (data.vatId() != null) {
            characteristics.add(Characteristic.text(VAT_ID, data.vatId()));
        }
        characteristics.add(Characteristic.text(LANGUAGE, data.language()));
        return new CustomerBody(
                customer.id().toString(),
                href,
                data.name(),
                customer.status(),
                Ref.to(party, null, data.name(), partyType),
                ContactMedium.of(data),
                characteristics,
                "Customer");
    }

    /** The writable attributes. */
    record Form(
            String name,
            String status,
            Ref engagedParty,
            List<ContactMedium> contactMedium,
            List<Characteristic> characteristic) {

        /** @throws DomainException naming the attribute that is missing or wrong */
        CustomerData data() {
            if (name == null || name.isBlank()) {
                throw DomainException.invalid("name", "The customer's name is missing.");
            }
            if (engagedParty == null || engagedParty.id() == null || engagedParty.referredType() == null) {
                throw DomainException.invalid(
                        "engagedParty", "The engagedParty is missing, or lacks its id or its @referredType.");
            }
            ContactMedium.Contacts contacts = ContactMedium.read(contactMedium);
            Map<String, String> more = Characteristic.texts(characteristic, Set.of(NUMBER, KIND, VAT_ID, LANGUAGE));
            return new CustomerData(
                    more.get(NUMBER),
                    name,
                    kind(more.get(KIND)),
                    contacts.email(),
                    contacts.phone(),
                    contacts.address(),
                    more.get(VAT_ID),
                    more.get(LANGUAGE),
                    engagedParty.id());
        }

        private CustomerKind kind(String stated) {
            if (stated == null) {
                return ORGANIZATION.equals(engagedParty.referredType())
                        ? CustomerKind.BUSINESS
                        : CustomerKind.HOUSEHOLD;
            }
            try {
                return CustomerKind.ofWire(stated);
            } catch (IllegalArgumentException e) {
                throw DomainException.invalid("characteristic", "The customerKind: " + e.getMessage() + ".");
            }
        }
    }
}
