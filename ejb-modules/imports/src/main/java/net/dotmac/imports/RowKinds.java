package net.dotmac.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dotmac.kernel.DomainException;

/** All kinds of files, in the order in which a move needs them. */
@ApplicationScoped
class RowKinds {

    @Inject
    private CustomerRows customers;

    @Inject
    private MandateRows mandates;

    @Inject
    private OpeningBalanceRows openingBalances;

    /** @throws DomainException {@code invalid-value} for another spelling */
    RowKind of(String wire) {
        return all().stream()
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> DomainException.invalid(
                        "kind",
                        "A file holds one of "
                                + all().stream().map(RowKind::wire).collect(Collectors.joining(", ")) + "."));
    }

    Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (RowKind kind : all()) {
            columns.put(
                    kind.wire(),
                    Stream.concat(kind.required().stream(), kind.columns().stream())
                            .distinct()
                            .toList());
        }
        return columns;
    }

    private List<RowKind> all() {
        return List.of(customers, mandates, openingBalances);
    }
}
