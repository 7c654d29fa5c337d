package net.dotmac.console.customers;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.console.parts.SearchHit;
import net.dotmac.console.parts.SearchSource;
import net.dotmac.console.parts.Words;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerService;

/** Customers by words of number, name, phone, e-mail and address. */
@Dependent
class CustomerSearch implements SearchSource {

    @Inject
    private CustomerService customers;

    @Override
    public String permission() {
        return "customer.read";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<SearchHit> find(String text) {
        return customers.search(text, AT_MOST).stream().map(CustomerSearch::hit).toList();
    }

    private static SearchHit hit(CustomerDetails found) {
        String city = CustomerWords.city(found);
        return new SearchHit(
                "customers/" + found.id(),
                found.name(),
                Words.of("customers.customer"),
                found.number() + (city == null || city.isBlank() ? "" : " · " + city));
    }
}
