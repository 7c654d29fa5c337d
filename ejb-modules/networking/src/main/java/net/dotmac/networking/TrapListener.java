package net.dotmac.networking;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.kernel.CallContext;
import net.dotmac.networking.persistence.TrapSources;
import net.dotmac.snmp.SnmpTrap;
import net.dotmac.snmp.SnmpTrapListener;
import org.jboss.ejb3.annotation.ResourceAdapter;

/**
 * Receives traps of all tenants on one port and finds out whose each is by where it came from. One that comes from nobody's
 * device, or from an address that several tenants use, is counted and forgotten.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "bindAddress", propertyValue = "${dotmac.trap.address:0.0.0.0}"),
            @ActivationConfigProperty(propertyName = "port", propertyValue = "${dotmac.trap.port:1162}"),
            @ActivationConfigProperty(propertyName = "users", propertyValue = "${dotmac.trap.users:}")
        })
@ResourceAdapter("#snmp-rar.rar")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrapListener implements SnmpTrapListener {

    @Inject
    private TrapSources sources;

    @Inject
    private TrapService traps;

    @Inject
    private TrapCounters counters;

    @Override
    public void onTrap(SnmpTrap trap) {
        List<TrapSources.Source> found = sources.at(trap.sourceAddress());
        if (found.size() != 1) {
            counters.unknownSource();
            return;
        }
        counters.received();
        TrapSources.Source source = found.get(0);
        CallContext.system("traps", source.tenantId()).run(() -> traps.handle(source.deviceId(), trap));
    }
}
