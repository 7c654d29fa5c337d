package net.dotmac.snmp.ra;

import java.util.ArrayList;
import java.util.List;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.SnmpBinding;
import net.dotmac.snmp.SnmpValue;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;

/** Reads a notification: V2 as it is, V1 by the rules of RFC 3584 §3.1. */
final class TrapTranslation {

    /** More than any real notification carries. */
    static final int MAX_BINDINGS = 256;

    private static final Oid UPTIME = Oid.parse("1.3.6.1.2.1.1.3.0");
    private static final Oid TRAP_OID = Oid.parse("1.3.6.1.6.3.1.1.4.1.0");
    private static final Oid TRAP_ADDRESS = Oid.parse("1.3.6.1.6.3.18.1.3.0");
    private static final Oid TRAP_ENTERPRISE = Oid.parse("1.3.6.1.6.3.1.1.4.3.0");
    private static final int ENTERPRISE_SPECIFIC = 6;

    private TrapTranslation() {}

    /** What a notification says, whoever sent it. */
    record Content(long uptimeHundredths, Oid trapOid, List<SnmpBinding> bindings) {}

    /** @throws IllegalArgumentException if it isn't a notification as the standards describe it */
    static Content read(PDU pdu) {
        if (pdu.size() > MAX_BINDINGS) {
            throw new IllegalArgumentException("a notification with " + pdu.size() + " variables");
        }
        return pdu instanceof PDUv1 v1 ? readV1(v1) : readV2(pdu);
    }

    private static Content readV2(PDU pdu) {
        List<SnmpBinding> bindings = Variables.fromLibrary(pdu.getVariableBindings());
        if (bindings.size() < 2
                || !bindings.get(0).oid().equals(UPTIME)
                || !bindings.get(1).oid().equals(TRAP_OID)
                || !(bindings.get(0).value() instanceof SnmpValue.TimeTicks uptime)
                || !(bindings.get(1).value() instanceof SnmpValue.ObjectId trapOid)) {
            throw new IllegalArgumentException("a notification starts with sysUpTime.0 and snmpTrapOID.0");
        }
        return new Content(uptime.hundredths(), trapOid.value(), bindings.subList(2, bindings.size()));
    }

    private static Content readV1(PDUv1 pdu) {
        int generic = pdu.getGenericTrap();
        if (generic < 0 || generic > ENTERPRISE_SPECIFIC) {
            throw new IllegalArgumentException("no generic trap has the number " + generic);
        }
        OID trapOid = SnmpConstants.getTrapOID(pdu.getEnterprise(), generic, pdu.getSpecificTrap());
        List<SnmpBinding> bindings = new ArrayList<>(Variables.fromLibrary(pdu.getVariableBindings()));
        bindings.add(new SnmpBinding(
                TRAP_ADDRESS, new SnmpValue.IpAddress(pdu.getAgentAddress().toString())));
        bindings.add(
                new SnmpBinding(TRAP_ENTERPRISE, new SnmpValue.ObjectId(Variables.fromLibrary(pdu.getEnterprise()))));
        return new Content(pdu.getTimestamp(), Variables.fromLibrary(trapOid), bindings);
    }
}
