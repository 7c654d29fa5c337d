package net.dotmac.snmp.ra;

import java.util.ArrayList;
import java.util.List;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.SnmpBinding;
import net.dotmac.snmp.SnmpValue;
import org.snmp4j.asn1.BER;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Turns SNMP4J's values into ours. */
final class Variables {

    private Variables() {}

    static OID toLibrary(Oid oid) {
        return new OID(oid.toIntArray());
    }

    /** @throws IllegalArgumentException for more arcs than an OID may have */
    static Oid fromLibrary(OID oid) {
        return Oid.of(oid.getValue());
    }

    static List<SnmpBinding> fromLibrary(List<? extends VariableBinding> bindings) {
        List<SnmpBinding> ours = new ArrayList<>(bindings.size());
        for (VariableBinding binding : bindings) {
            ours.add(new SnmpBinding(fromLibrary(binding.getOid()), fromLibrary(binding.getVariable())));
        }
        return ours;
    }

    static SnmpValue fromLibrary(Variable variable) {
        return switch (variable.getSyntax()) {
            case SMIConstants.SYNTAX_INTEGER32 -> new SnmpValue.IntegerValue(variable.toInt());
            case SMIConstants.SYNTAX_COUNTER32 -> new SnmpValue.Counter32(variable.toLong());
            case SMIConstants.SYNTAX_COUNTER64 -> new SnmpValue.Counter64(variable.toLong());
            case SMIConstants.SYNTAX_GAUGE32 -> new SnmpValue.Gauge32(variable.toLong());
            case SMIConstants.SYNTAX_TIMETICKS -> new SnmpValue.TimeTicks(variable.toLong());
            case SMIConstants.SYNTAX_OBJECT_IDENTIFIER -> new SnmpValue.ObjectId(fromLibrary((OID) variable));
            case SMIConstants.SYNTAX_IPADDRESS -> new SnmpValue.IpAddress(variable.toString());
            case SMIConstants.SYNTAX_OCTET_STRING, SMIConstants.SYNTAX_OPAQUE ->
                new SnmpValue.Octets(((OctetString) variable).getValue());
            case BER.NOSUCHOBJECT -> SnmpValue.Missing.NO_SUCH_OBJECT;
            case BER.NOSUCHINSTANCE -> SnmpValue.Missing.NO_SUCH_INSTANCE;
            case BER.ENDOFMIBVIEW -> SnmpValue.Missing.END_OF_MIB;
            default -> SnmpValue.Missing.NULL;
        };
    }

    static boolean isMissing(VariableBinding binding) {
        return Null.isExceptionSyntax(binding.getVariable().getSyntax());
    }
}
