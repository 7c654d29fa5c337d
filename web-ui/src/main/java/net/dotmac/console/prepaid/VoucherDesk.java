package net.dotmac.console.prepaid;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import net.dotmac.billing.QuotationService;
import net.dotmac.console.payments.AccountChooser;
import net.dotmac.customers.CustomerService;
import net.dotmac.platform.ClockService;
import net.dotmac.platform.TenantService;

/** What the dialogs about vouchers start with. */
@Dependent
class VoucherDesk {

    @Inject
    private CustomerService customers;

    @Inject
    private QuotationService quotations;

    @Inject
    private ClockService clock;

    @Inject
    private TenantService tenants;

    AccountChooser chooser() {
        return new AccountChooser(customers, quotations);
    }

    LocalDate today() {
        return clock.today();
    }

    String currency() {
        return tenants.current().currency();
    }
}
