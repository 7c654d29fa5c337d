package net.dotmac.customers.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerProblem;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;

/**
 * A buyer of the ISP. He is active from the start, may rest as inactive, and ends as closed, from where nothing leads back:
 * who returns becomes a new customer.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "customer")
public class Customer extends TenantEntity {

    private static final Map<String, Set<String>> TRANSITIONS =
            Map.of("active", Set.of("inactive", "closed"), "inactive", Set.of("active", "closed"), "closed", Set.of());

    private String number;
    private String name;
    private String kind;
    private String status;
    private String email;
    private String phone;
    private String street;
    private String postcode;
    private String city;
    private String country;

    @Column(name = "vat_id")
    private String vatId;

    private String language;

    @Column(name = "party_id")
    private String partyId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    protected Customer() {}

    public Customer(CustomerData data, Instant now) {
        super(newId());
        this.number = data.number();
        this.status = "active";
        this.createdAt = now;
        change(data, now);
    }

    /** Takes over everything but the number, which stays for life. */
    public final void change(CustomerData data, Instant now) {
        name = required("name", data.name(), 200);
        kind = data.kind().wire();
        email = email(data.email());
        phone = optional("phone", data.phone(), 40);
        vatId = optional("vatId", data.vatId(), 20);
        language = required("language", data.language(), 35);
        partyId = optional("engagedParty.id", data.partyId(), 100);
        move(data.address());
        updatedAt = now;
    }

    public void become(String newStatus, Instant now) {
        if (status.equals(newStatus)) {
            return;
        }
        Set<String> allowed = TRANSITIONS.get(status);
        if (!allowed.contains(newStatus)) {
            throw new DomainException(
                    CustomerProblem.ILLEGAL_STATUS,
                    "Customer " + number + " is " + status + " and can't become " + newStatus + "; possible: "
                            + (allowed.isEmpty() ? "nothing" : String.join(", ", allowed)) + ".",
                    "status");
        }
        status = newStatus;
        updatedAt = now;
    }

    private void move(PostalAddress address) {
        street = address == null ? null : required("street", address.street(), 200);
        postcode = address == null ? null : required("postcode", address.postcode(), 20);
        city = address == null ? null : required("city", address.city(), 100);
        country = address == null ? null : country(address.country());
    }

    private static String country(String text) {
        String code = required("country", text, 2).toUpperCase(Locale.ROOT);
        if (!Set.of(Locale.getISOCountries()).contains(code)) {
            throw DomainException.invalid(
                    "country", "Found " + text + ", expected a country of ISO 3166-1 in two letters, such as DE.");
        }
        return code;
    }

    private static String email(String text) {
        String email = optional("email", text, 254);
        if (email != null && !email.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            throw DomainException.invalid(
                    "email", "Found " + email + ", expected an address such as anna@example.org.");
        }
        return email;
    }

    private static String required(String attribute, String text, int atMost) {
        String given = optional(attribute, text, atMost);
        if (given == null) {
            throw DomainException.invalid(attribute, "The customer's " + attribute + " is missing.");
        }
        return given;
    }

    private static String optional(String attribute, String text, int atMost) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String given = text.strip();
        if (given.length() > atMost || given.chars().anyMatch(Character::isISOControl)) {
            throw DomainException.invalid(
                    attribute,
                    "The customer's " + attribute + " has " + given.length() + " characters; at most " + atMost
                            + " are allowed, and no control characters.");
        }
        return given;
    }

    public PostalAddress address() {
        return city == null ? null : new PostalAddress(street, postcode, city, country);
    }

    public CustomerDetails details() {
        CustomerData data = new CustomerData(
                number, name, CustomerKind.ofWire(kind), email, phone, address(), vatId, language, partyId);
        return new CustomerDetails(id(), data, status, createdAt, updatedAt, version);
    }
}
