package net.dotmac.snmp;

import java.util.List;

/**
 * A device's answer.
 *
 * @param bindings one for each OID asked for, in that order; what the device lacks is {@link SnmpValue.Missing}
 */
public record SnmpAnswer(List<SnmpBinding> bindings) implements SnmpResult {

    public SnmpAnswer {
        bindings = List.copyOf(bindings);
    }

    public SnmpValue value(int position) {
        return bindings.get(position).value();
    }
}
