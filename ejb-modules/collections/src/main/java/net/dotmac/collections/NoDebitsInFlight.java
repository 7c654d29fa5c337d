package net.dotmac.collections;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** For an installation that collects nothing by itself. */
@ApplicationScoped
public class NoDebitsInFlight implements DebitsInFlight {

    @Override
    public Map<UUID, Long> of(Collection<UUID> billingAccountIds) {
        return Map.of();
    }
}
