package net.dotmac.snmp;

import java.io.Serializable;
import java.util.Objects;

/** A variable and its value. */
public record SnmpBinding(Oid oid, SnmpValue value) implements Serializable {

    public SnmpBinding {
        Objects.requireNonNull(oid, "oid");
        Objects.requireNonNull(value, "value");
    }
}
