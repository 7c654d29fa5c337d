package net.dotmac.customers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.customers.domain.Customer;
import net.dotmac.customers.persistence.BillToReader;
import net.dotmac.customers.persistence.CustomerRepository;
import net.dotmac.customers.persistence.NameReader;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Everything others may do with customers. */
@Stateless
@Interceptors(CallInterceptor.class)
public class CustomerService {

    @Inject
    private CustomerRepository repository;

    @Inject
    private BillToReader billToReader;

    @Inject
    private NameReader nameReader;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Creates an active customer, with the next number unless the data brings one.
     *
     * @throws DomainException {@code invalid-value} naming the attribute; {@code customer-number-taken}
     */
    @Requires("customer.write")
    public CustomerDetails create(CustomerData data) {
        String number = data.number();
        if (number == null || number.isBlank()) {
            number = repository.nextNumber();
        } else if (repository.numberExists(number)) {
            throw new DomainException(
                    CustomerProblem.NUMBER_TAKEN, "The customer number " + number + " is taken.", "number");
        }
        Customer customer = new Customer(withNumber(data, number), clock.now());
        repository.add(customer);
        repository.flush();
        audit.record("customer.created", "customer", customer.id(), Map.of("number", number));
        outbox.record(
                "customers.customers.created.v1",
                customer.id().toString(),
                Map.of("customerId", customer.id().toString(), "number", number));
        return customer.details();
    }

    @Requires("customer.read")
    public CustomerDetails get(UUID id) {
        return require(id).details();
    }

    @Requires("customer.read")
    public Page<CustomerDetails> list(Query query) {
        return repository.find(query).map(Customer::details);
    }

    /** Search as you type: customers whose number, name, phone, e-mail or address contains every word of the text. */
    @Requires("customer.read")
    public List<CustomerDetails> search(String text, int atMost) {
        return repository.search(text, Math.min(Math.max(atMost, 1), 100)).stream()
                .map(Customer::details)
                .toList();
    }

    /**
     * Customers by names as others write them, whatever the case, accents, legal form or order of the words; by each name the
     * ids it may mean, and names that nobody has are left out.
     */
    @Requires("customer.read")
    public Map<String, Set<UUID>> idsByName(Collection<String> names) {
        return names.isEmpty() ? Map.of() : nameReader.read(names);
    }

    /**
     * Changes a customer's data and, if given, his status.
     *
     * @param expectedVersion the version the caller saw, or null to change whatever is there
     * @param status the new status, or null to leave it
     */
    @Requires("customer.write")
    public CustomerDetails change(UUID id, CustomerData data, String status, Integer expectedVersion) {
        Customer customer = require(id);
        if (expectedVersion != null && expectedVersion != customer.details().version()) {
            throw new DomainException(
                    CommonProblem.STALE, "The customer was changed meanwhile. Read it again, then repeat the change.");
        }
        customer.change(withNumber(data, customer.details().number()), clock.now());
        if (status != null) {
            customer.become(status, clock.now());
        }
        repository.flush();
        audit.record(
                "customer.changed",
                "customer",
                id,
                Map.of("status", customer.details().status()));
        outbox.record("customers.customers.changed.v1", id.toString(), Map.of("customerId", id.toString()));
        return customer.details();
    }

    /** Closes a customer: TMF629's delete. His documents stay, so his row stays. */
    @Requires("customer.write")
    public void close(UUID id) {
        Customer customer = require(id);
        customer.become("closed", clock.now());
        audit.record("customer.closed", "customer", id, Map.of());
        outbox.record("customers.customers.closed.v1", id.toString(), Map.of("customerId", id.toString()));
    }

    /** What documents copy of each of these customers; unknown ids are left out. */
    @Requires("customer.read")
    public Map<UUID, BillTo> billTo(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return billToReader.read(ids).stream().collect(Collectors.toMap(BillTo::customerId, Function.identity()));
    }

    private Customer require(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("customer", id));
    }

    private static CustomerData withNumber(CustomerData data, String number) {
        return new CustomerData(
                number,
                data.name(),
                data.kind(),
                data.email(),
                data.phone(),
                data.address(),
                data.vatId(),
                data.language() == null ? "en" : data.language(),
                data.partyId());
    }
}
