package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.TaxRateDetails;
import net.dotmac.billing.domain.TaxPointRule;
import net.dotmac.billing.domain.TaxRates;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** The tenant's tax rates. */
@ApplicationScoped
public class TaxRateRepository {

    @Inject
    private Database database;

    public List<TaxRateDetails> all() {
        return database.list(
                "select category, jurisdiction, percent, valid_from from billing.tax_rate "
                        + "order by category, jurisdiction, valid_from",
                row -> new TaxRateDetails(
                        row.getString(1),
                        row.getString(2),
                        row.getBigDecimal(3).stripTrailingZeros(),
                        row.getObject(4, LocalDate.class)));
    }

    /** The same as what the calculators read. */
    public TaxRates rates() {
        return new TaxRates(
                all().stream()
                        .map(rate -> new TaxRates.Entry(
                                rate.category(), rate.jurisdiction(), rate.percent(), rate.validFrom()))
                        .toList(),
                rule());
    }

    /** The tenant's rule; by the end of the period where none was chosen. */
    public TaxPointRule rule() {
        return database.first("select tax_point from billing.tax_rule", row -> TaxPointRule.ofWire(row.getString(1)))
                .orElse(TaxPointRule.PERIOD_END);
    }

    public void changeRule(TaxPointRule rule) {
        database.update(
                "insert into billing.tax_rule (tenant_id, tax_point) values (?, ?) "
                        + "on conflict (tenant_id) do update set tax_point = excluded.tax_point",
                CallContext.current().tenantId(),
                rule.wire());
    }

    public void put(TaxRateDetails rate) {
        database.update(
                "insert into billing.tax_rate (tenant_id, category, jurisdiction, valid_from, percent) "
                        + "values (?, ?, ?, ?, ?) on conflict (tenant_id, category, jurisdiction, valid_from) "
                        + "do update set percent = excluded.percent",
                CallContext.current().tenantId(),
                rate.category(),
                rate.jurisdiction(),
                rate.validFrom(),
                rate.percent());
    }
}
