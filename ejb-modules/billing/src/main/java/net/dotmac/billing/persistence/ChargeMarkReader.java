package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.domain.CarriedAllowance;
import net.dotmac.billing.domain.ChargeMark;
import net.dotmac.kernel.persistence.Database;

/** Reads how far items are charged. */
@ApplicationScoped
public class ChargeMarkReader {

    @Inject
    private Database database;

    /** By item; without an entry nothing is charged. */
    Map<UUID, ChargeMark> read(Collection<UUID> itemIds) {
        return database
                .list(
                        "select item_id, charged_through, change_sequence, carried from billing.charge_position "
                                + "where item_id = any(?)",
                        row -> new ChargeMark(
                                row.getObject(1, UUID.class),
                                row.getObject(2, LocalDate.class),
                                row.getInt(3),
                                carried(row.getArray(4))),
                        (Object) itemIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(ChargeMark::itemId, mark -> mark));
    }

    private static CarriedAllowance carried(Array array) throws SQLException {
        return array == null ? CarriedAllowance.NONE : new CarriedAllowance(List.of((BigDecimal[]) array.getArray()));
    }

    /** As the database writes an array; null if nothing is carried. */
    static String written(CarriedAllowance carried) {
        return carried.left().isEmpty()
                ? null
                : carried.left().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",", "{", "}"));
    }
}
