package net.dotmac.customers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.customers.domain.Customer;
import net.dotmac.customers.persistence.CustomerBulkWriter;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Refusal;
import net.dotmac.kernel.Requires;

/** Many customers at once, who come with numbers of their own; each is checked as if he came alone. */
@Stateless
@Interceptors(CallInterceptor.class)
public class CustomerBatchService {

    @Inject
    private CustomerBulkWriter writer;

    @Inject
    private BusinessClock clock;

    /** What {@link #addAll} would refuse of these customers, one thing of each; empty if it would take them all. */
    @Requires("customer.write")
    public List<Refusal> check(List<CustomerData> customers) {
        Instant now = clock.now();
        Set<String> taken = writer.ids(numbers(customers)).keySet();
        List<Refusal> refused = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            CustomerData data = customers.get(i);
            if (taken.contains(data.number())) {
                refused.add(new Refusal(i, "number", "The customer number is taken.", true));
            } else {
                try {
                    customer(data, now);
                } catch (DomainException e) {
                    refused.add(Refusal.of(i, e));
                }
            }
        }
        return refused;
    }

    /**
     * Adds active customers, all or none. The numbers that are given out later go on after the highest of theirs. Nothing is told of
     * each single one; who adds many tells of them together.
     *
     * @param customers each with a number of 1 to 40 characters
     * @return their ids by number
     * @throws DomainException {@code invalid-value} naming the attribute; {@code customer-number-taken}
     */
    @Requires("customer.write")
    public Map<String, UUID> addAll(List<CustomerData> customers) {
        Instant now = clock.now();
        List<CustomerDetails> added =
                customers.stream().map(data -> customer(data, now).details()).toList();
        if (writer.add(added) != customers.size()) {
            throw new DomainException(
                    CustomerProblem.NUMBER_TAKEN,
                    "One of these customer numbers is taken, or stands here twice. Check them anew.",
                    "number");
        }
        writer.raiseNextNumber(numbers(customers));
        return added.stream().collect(Collectors.toMap(CustomerDetails::number, CustomerDetails::id));
    }

    /** The customers with these numbers; unknown numbers are left out. */
    @Requires("customer.read")
    public Map<String, UUID> idsByNumber(Collection<String> numbers) {
        return writer.ids(numbers);
    }

    private static Customer customer(CustomerData data, Instant now) {
        String number = data.number();
        if (number == null || number.isBlank() || number.length() > CustomerData.LONGEST_NUMBER) {
            throw DomainException.invalid(
                    "number", "Expected a number of 1 to " + CustomerData.LONGEST_NUMBER + " characters.");
        }
        return new Customer(data, now);
    }

    private static List<String> numbers(List<CustomerData> customers) {
        return customers.stream().map(CustomerData::number).toList();
    }
}
