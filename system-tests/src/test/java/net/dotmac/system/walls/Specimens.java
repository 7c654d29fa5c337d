package net.dotmac.system.walls;

import java.io.OutputStream;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import net.dotmac.billing.AccountDocuments;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.CreditRequest;
import net.dotmac.billing.DebitLine;
import net.dotmac.billing.DebitNoteRequest;
import net.dotmac.billing.WriteOffRequest;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.OfferingData;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.PromotionData;
import net.dotmac.catalog.SpecificationData;
import net.dotmac.collections.Instalment;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.PostalAddress;
import net.dotmac.identity.UserChange;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.AccountsAfter;
import net.dotmac.ledger.HeldMoney;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.PaymentPosting;
import net.dotmac.networking.DeviceClass;
import net.dotmac.networking.DeviceData;
import net.dotmac.payments.BankSplit;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.PaymentGateway;
import net.dotmac.prepaid.DepositReceipt;
import net.dotmac.prepaid.DepositRelease;
import net.dotmac.prepaid.VoucherBatchData;
import net.dotmac.services.LockData;
import net.dotmac.services.LockReason;
import net.dotmac.services.PriceChangeData;
import net.dotmac.services.PriceRule;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpTrap;
import net.dotmac.snmp.SnmpVersion;

/** A right value for each parameter of a service that is no id, so that a refused call can only be about the id. */
final class Specimens {

    private static final Map<Class<?>, Object> VALUES = new HashMap<>();

    static {
        VALUES.put(String.class, "standard");
        VALUES.put(int.class, 1);
        VALUES.put(Collection.class, List.of("standard"));
        VALUES.put(Set.class, Set.of(100L));
        VALUES.put(
                PaymentGateway.Checkout.class,
                new PaymentGateway.Checkout(
                        "cs_1", null, null, PaymentGateway.State.PAID, new Money(100, "NZD"), "pi_1"));
        VALUES.put(BankSplit.class, new BankSplit(List.of()));
        VALUES.put(boolean.class, true);
        VALUES.put(AccountsAfter.class, new AccountsAfter(new UUID(0, 0), 10));
        VALUES.put(List.class, List.of(new Instalment(TwoTenants.TODAY, 50), new Instalment(TwoTenants.TODAY, 50)));
        VALUES.put(LocalDate.class, TwoTenants.TODAY);
        VALUES.put(Instant.class, Instant.parse("2027-03-20T11:00:00Z"));
        VALUES.put(Duration.class, Duration.ofMinutes(5));
        VALUES.put(YearMonth.class, YearMonth.of(2027, 2));
        VALUES.put(OutputStream.class, OutputStream.nullOutputStream());
        VALUES.put(Consumer.class, (Consumer<Object>) rows -> {});
        VALUES.put(LedgerAccount.class, LedgerAccount.REVENUE);
        VALUES.put(HeldMoney.class, new HeldMoney(new UUID(0, 9), LedgerAccount.DEPOSITS, new UUID(0, 9), "NZD", 0));
        VALUES.put(
                PaymentPosting.class,
                new PaymentPosting(new UUID(0, 9), new UUID(0, 9), new Money(100, "NZD"), TwoTenants.TODAY, null));
        VALUES.put(VoucherBatchData.class, new VoucherBatchData("Kiosk", new Money(100, "NZD"), 2, TwoTenants.TODAY));
        VALUES.put(DepositReceipt.class, new DepositReceipt(new Money(100, "NZD"), "cash", null, null));
        VALUES.put(DepositRelease.class, new DepositRelease("credit", new Money(100, "NZD"), null, null));
        VALUES.put(Money.class, new Money(100, "NZD"));
        VALUES.put(
                CustomerData.class,
                new CustomerData(
                        null,
                        "Anna Müller",
                        CustomerKind.HOUSEHOLD,
                        "a@example.org",
                        null,
                        new PostalAddress("Hauptstraße 1", "10115", "Berlin", "DE"),
                        null,
                        "de",
                        null));
        VALUES.put(
                BillingAccountData.class,
                new BillingAccountData(null, "Anna", null, "NZD", 1, 14, TaxTreatment.STANDARD));
        VALUES.put(AccountDocuments.class, new AccountDocuments("B-1", "PO-1", "0204", "04011000-12345-34", "ubl"));
        VALUES.put(CreditRequest.class, CreditRequest.whole("wrong"));
        VALUES.put(WriteOffRequest.class, new WriteOffRequest(null, true, "insolvent"));
        VALUES.put(
                DebitNoteRequest.class,
                new DebitNoteRequest(
                        new UUID(0, 7), "late", null, List.of(DebitLine.lateFee("Late", Money.of("5", "NZD")))));
        VALUES.put(SpecificationData.class, new SpecificationData("Fibre", null, null, null, "Active"));
        VALUES.put(PriceData.class, new PriceData(monthly("10"), List.of(), null, "Active"));
        VALUES.put(OfferingData.class, new OfferingData("Fibre", null, null, List.of(), null, "Active"));
        VALUES.put(
                PromotionData.class,
                new PromotionData(
                        "SPRING-26",
                        "Spring",
                        PromotionData.PERCENT,
                        BigDecimal.TEN,
                        null,
                        3,
                        TwoTenants.TODAY,
                        null,
                        null,
                        1,
                        List.of()));
        VALUES.put(LockData.class, new LockData(LockReason.CUSTOMER, null, null, null, null));
        VALUES.put(
                PriceChangeData.class,
                new PriceChangeData(
                        "Rise",
                        new UUID(0, 1),
                        null,
                        null,
                        false,
                        new PriceRule(PriceRule.Kind.PERCENT, BigDecimal.TEN),
                        TwoTenants.TODAY.plusDays(1)));
        VALUES.put(LockReason.class, LockReason.CUSTOMER);
        VALUES.put(UserChange.class, new UserChange("Anna", "a@example.org", "active", List.of()));
        VALUES.put(Debtor.class, DebitLife.debtor());
        VALUES.put(DeviceData.class, device(null));
        VALUES.put(
                SnmpTrap.class,
                new SnmpTrap(
                        Instant.now(),
                        "192.0.2.9",
                        1162,
                        SnmpVersion.V2C,
                        "",
                        false,
                        false,
                        1,
                        Oid.parse("1.3.6.1.6.3.1.1.5.3"),
                        List.of()));
    }

    private Specimens() {}

    static PriceTerms monthly(String price) {
        return new PriceTerms(
                null,
                "Fibre",
                PriceType.RECURRING,
                ChargePeriod.MONTHLY,
                new BigDecimal(price),
                "NZD",
                false,
                "standard",
                null);
    }

    static DeviceData device(UUID site) {
        return new DeviceData(
                "radio-9",
                site,
                DeviceClass.RADIO,
                "192.0.2.9",
                161,
                SnmpVersion.V2C,
                new SnmpCredentials.Community("public"),
                true,
                30);
    }

    /** Whether the parameter names rows by itself; forms that hold ids are in {@link ForeignForms}. */
    static boolean isId(Parameter parameter) {
        return parameter.getType() == UUID.class || parameter.getType() == Query.class || isIdCollection(parameter);
    }

    private static boolean isIdCollection(Parameter parameter) {
        return Collection.class.isAssignableFrom(parameter.getType())
                && parameter.getParameterizedType().getTypeName().contains("java.util.UUID");
    }

    /** The parameter's value with this id wherever it takes one. */
    static Object value(Parameter parameter, UUID id) {
        if (parameter.getType() == UUID.class) {
            return id;
        } else if (parameter.getType() == Query.class) {
            return Query.where(Filter.equal("id", id.toString()));
        } else if (isIdCollection(parameter)) {
            return List.of(id);
        } else if (parameter.getType() == Integer.class || parameter.getType() == Long.class) {
            return null;
        }
        Object value = VALUES.get(parameter.getType());
        if (value == null) {
            throw new AssertionError("no specimen of " + parameter.getType() + "; add one to Specimens.VALUES");
        }
        return value;
    }
}
