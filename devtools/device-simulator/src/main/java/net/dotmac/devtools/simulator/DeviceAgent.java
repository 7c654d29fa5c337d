package net.dotmac.devtools.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.dotmac.snmp.AuthProtocol;
import net.dotmac.snmp.PrivProtocol;
import net.dotmac.snmp.SnmpCredentials;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmTimeEntry;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

/** One device on the wire: its socket, its V3 engine, its answers and its traps. */
final class DeviceAgent {

    private static final SecurityProtocols PROTOCOLS = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.any);
    private static final byte[] ENGINE_PREFIX = {(byte) 0x80, 0, 0x1f, (byte) 0x88, 4};

    static {
        // Real agents say in clear what is wrong with a request they can't authenticate.
        SNMP4JSettings.setReportSecurityLevelStrategy(SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
    }

    private final DeviceState state;
    private final DeviceTransport transport;
    private final MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    private final USM usm;

    DeviceAgent(DeviceState state) throws IOException {
        this.state = state;
        this.transport = DeviceTransport.open(state);
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        usm = state.profile().users().isEmpty() ? null : addEngine(state);
        dispatcher.addTransportMapping(transport);
        transport.addTransportListener(dispatcher);
        dispatcher.addCommandResponder(new RequestResponder(state));
    }

    private USM addEngine(DeviceState device) {
        OctetString engineId = engineId(device.profile());
        USM model = new USM(PROTOCOLS, engineId, device.boots());
        for (SnmpCredentials.User user : device.profile().users()) {
            model.addUser(new UsmUser(
                    octets(user.name()),
                    auth(user.auth()),
                    octets(user.authPassphrase()),
                    priv(user.priv()),
                    octets(user.privPassphrase())));
        }
        SecurityModels models = SecurityModels.getCollection(new SecurityModel[] {model});
        dispatcher.addMessageProcessingModel(
                new MPv3(engineId.getValue(), null, PROTOCOLS, models, CounterSupport.getInstance()));
        return model;
    }

    /** RFC 3411 §5, format 4: administratively assigned text, here name and address, cut to the 32 bytes allowed. */
    static OctetString engineId(DeviceProfile profile) {
        OctetString id = new OctetString(ENGINE_PREFIX);
        String text = Integer.toHexString(profile.name().hashCode()) + "@" + profile.address();
        id.append(text.getBytes(StandardCharsets.US_ASCII));
        return id.length() <= 32 ? id : id.substring(0, 32);
    }

    DeviceState state() {
        return state;
    }

    DeviceTransport transport() {
        return transport;
    }

    /** Boots the device, its V3 engine included. */
    void reboot(boolean renumber) {
        state.reboot(renumber);
        if (usm != null) {
            usm.getTimeTable().setLocalTime(new UsmTimeEntry(engineId(state.profile()), state.boots(), 0));
        }
    }

    /** Sends a notification from the device's own address: V2C, or V3 as its first user if it has no community. */
    void sendTrap(UdpAddress receiver, OID trap, List<VariableBinding> bindings) throws IOException {
        boolean isV3 = state.profile().community() == null;
        PDU pdu = isV3 ? new ScopedPDU() : new PDU();
        pdu.setType(PDU.NOTIFICATION);
        pdu.add(new VariableBinding(SnmpConstants.sysUpTime, new TimeTicks(state.uptimeTicks())));
        pdu.add(new VariableBinding(SnmpConstants.snmpTrapOID, trap));
        bindings.forEach(pdu::add);
        dispatcher.sendPdu(transport, isV3 ? userTarget(receiver) : communityTarget(receiver), pdu, false, null);
    }

    private Target<UdpAddress> communityTarget(UdpAddress receiver) {
        CommunityTarget<UdpAddress> target =
                new CommunityTarget<>(receiver, octets(state.profile().community()));
        target.setVersion(SnmpConstants.version2c);
        return target;
    }

    private Target<UdpAddress> userTarget(UdpAddress receiver) {
        SnmpCredentials.User user = state.profile().users().get(0);
        int level = user.priv() != PrivProtocol.NONE
                ? SecurityLevel.AUTH_PRIV
                : user.auth() != AuthProtocol.NONE ? SecurityLevel.AUTH_NOPRIV : SecurityLevel.NOAUTH_NOPRIV;
        byte[] engine = engineId(state.profile()).getValue();
        UserTarget<UdpAddress> target = new UserTarget<>(receiver, octets(user.name()), engine, level);
        target.setVersion(SnmpConstants.version3);
        target.setSecurityModel(SecurityModel.SECURITY_MODEL_USM);
        return target;
    }

    void close() throws IOException {
        transport.close();
    }

    private static OctetString octets(String text) {
        return text == null ? null : new OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static OID auth(AuthProtocol protocol) {
        return switch (protocol) {
            case NONE -> null;
            case MD5 -> org.snmp4j.security.AuthMD5.ID;
            case SHA1 -> org.snmp4j.security.AuthSHA.ID;
            case SHA224 -> org.snmp4j.security.AuthHMAC128SHA224.ID;
            case SHA256 -> org.snmp4j.security.AuthHMAC192SHA256.ID;
            case SHA384 -> org.snmp4j.security.AuthHMAC256SHA384.ID;
            case SHA512 -> org.snmp4j.security.AuthHMAC384SHA512.ID;
        };
    }

    private static OID priv(PrivProtocol protocol) {
        return switch (protocol) {
            case NONE -> null;
            case DES -> org.snmp4j.security.PrivDES.ID;
            case AES128 -> org.snmp4j.security.PrivAES128.ID;
            case AES192 -> org.snmp4j.security.PrivAES192.ID;
            case AES256 -> org.snmp4j.security.PrivAES256.ID;
            case AES192_REEDER -> org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension.ID;
            case AES256_REEDER -> org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension.ID;
        };
    }
}
