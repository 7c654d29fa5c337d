package net.dotmac.collections.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.collections.DunningAction;
import net.dotmac.collections.DunningPolicy;
import net.dotmac.collections.DunningStep;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Finds and keeps dunning policies and days off. */
@ApplicationScoped
public class PolicyRepository {

    @Inject
    private Database database;

    /** All policies of the tenant, by class. */
    public Map<String, DunningPolicy> all() {
        Map<String, List<DunningStep>> steps = database
                .list(
                        "select customer_class, days, business_days, actions from collections.dunning_step "
                                + "order by customer_class, number",
                        row -> Map.entry(row.getString("customer_class"), step(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<String, DunningPolicy> policies = new TreeMap<>();
        database.list(
                        "select customer_class, grace_days, minimum, late_percent, late_minimum, late_maximum, "
                                + "reconnect_fee, reconnect_tax, reconnect_tax_included from collections.dunning_policy",
                        row -> policy(row, steps.getOrDefault(row.getString("customer_class"), List.of())))
                .forEach(policy -> policies.put(policy.customerClass(), policy));
        return policies;
    }

    private static DunningStep step(ResultSet row) throws SQLException {
        String[] actions = (String[]) row.getArray("actions").getArray();
        return new DunningStep(
                row.getInt("days"),
                row.getBoolean("business_days"),
                Arrays.stream(actions).map(DunningAction::ofWire).toList());
    }

    private static DunningPolicy policy(ResultSet row, List<DunningStep> steps) throws SQLException {
        BigDecimal percent = plain(row.getBigDecimal("late_percent"));
        BigDecimal reconnect = plain(row.getBigDecimal("reconnect_fee"));
        return new DunningPolicy(
                row.getString("customer_class"),
                row.getInt("grace_days"),
                plain(row.getBigDecimal("minimum")),
                steps,
                percent == null
                        ? null
                        : new DunningPolicy.LateFee(
                                percent,
                                plain(row.getBigDecimal("late_minimum")),
                                plain(row.getBigDecimal("late_maximum"))),
                reconnect == null
                        ? null
                        : new DunningPolicy.ReconnectFee(
                                reconnect, row.getString("reconnect_tax"), row.getBoolean("reconnect_tax_included")));
    }

    /** As it was written: eight decimals are the column's. */
    private static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public void put(DunningPolicy policy, Instant now) {
        UUID tenant = CallContext.current().tenantId();
        remove(policy.customerClass());
        DunningPolicy.LateFee late = policy.lateFee();
        DunningPolicy.ReconnectFee reconnect = policy.reconnectFee();
        database.update(
                "insert into collections.dunning_policy (tenant_id, customer_class, grace_days, minimum, late_percent, "
                        + "late_minimum, late_maximum, reconnect_fee, reconnect_tax, reconnect_tax_included, changed_by, "
                        + "changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant,
                policy.customerClass(),
                policy.graceDays(),
                policy.minimum(),
                late == null ? null : late.percent(),
                late == null ? null : late.minimum(),
                late == null ? null : late.maximum(),
                reconnect == null ? null : reconnect.amount(),
                reconnect == null ? null : reconnect.taxCategory(),
                reconnect != null && reconnect.taxIncluded(),
                CallContext.current().actor(),
                now);
        for (int i = 0; i < policy.steps().size(); i++) {
            DunningStep step = policy.steps().get(i);
            database.update(
                    "insert into collections.dunning_step (tenant_id, customer_class, number, days, business_days, "
                            + "actions) values (?, ?, ?, ?, ?, ?)",
                    tenant,
                    policy.customerClass(),
                    i + 1,
                    step.days(),
                    step.inBusinessDays(),
                    step.actions().stream().map(DunningAction::wire).toArray(String[]::new));
        }
    }

    /** @return whether there was one */
    public boolean remove(String customerClass) {
        return database.update("delete from collections.dunning_policy where customer_class = ?", customerClass) > 0;
    }

    /** The tenant's own entry for a day, or empty. */
    public Optional<DayOff> day(LocalDate day) {
        return days(day, day).stream().findFirst();
    }

    /** The tenant's own entries between two days, both included. */
    public List<DayOff> days(LocalDate from, LocalDate to) {
        return database.list(
                "select day, name, is_off from collections.day_off where day between ? and ? order by day",
                row -> new DayOff(row.getObject(1, LocalDate.class), row.getString(2), row.getBoolean(3)),
                from,
                to);
    }

    public void putDay(DayOff day) {
        database.update(
                "insert into collections.day_off (tenant_id, day, name, is_off) values (?, ?, ?, ?) "
                        + "on conflict (tenant_id, day) do update set name = excluded.name, is_off = excluded.is_off",
                CallContext.current().tenantId(),
                day.day(),
                day.name(),
                day.isOff());
    }

    /** @return whether there was one */
    public boolean removeDay(LocalDate day) {
        return database.update("delete from collections.day_off where day = ?", day) > 0;
    }

    /** @param isOff false for a public holiday on which the tenant works all the same */
    public record DayOff(LocalDate day, String name, boolean isOff) {}
}
