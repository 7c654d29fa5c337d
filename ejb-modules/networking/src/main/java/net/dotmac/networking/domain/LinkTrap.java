package net.dotmac.networking.domain;

import java.util.Optional;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.SnmpTrap;
import net.dotmac.snmp.SnmpValue;

/**
 * linkDown or linkUp of IF-MIB (RFC 2863 §6).
 *
 * @param isAdminUp whether the interface should be up; true if the trap doesn't say
 */
public record LinkTrap(long ifIndex, boolean isDown, boolean isAdminUp) {

    private static final Oid LINK_DOWN = Oid.parse("1.3.6.1.6.3.1.1.5.3");
    private static final Oid LINK_UP = Oid.parse("1.3.6.1.6.3.1.1.5.4");
    private static final Oid ADMIN_STATUS = Oid.parse("1.3.6.1.2.1.2.2.1.7");

    /** The trap as one of the two, or empty if it is another or names no interface. */
    public static Optional<LinkTrap> read(SnmpTrap trap) {
        boolean isDown = trap.trapOid().equals(LINK_DOWN);
        if (!isDown && !trap.trapOid().equals(LINK_UP)) {
            return Optional.empty();
        }
        boolean isAdminUp = trap.find(ADMIN_STATUS)
                .map(binding -> binding.value().number().orElse(1) == 1)
                .orElse(true);
        return trap.find(IfMib.IF_INDEX)
                .filter(binding -> binding.value() instanceof SnmpValue.IntegerValue)
                .map(binding -> new LinkTrap(binding.value().number().getAsLong(), isDown, isAdminUp));
    }
}
