package net.dotmac.snmp.ra;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import net.dotmac.snmp.SnmpTrap;
import net.dotmac.snmp.SnmpVersion;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.event.AuthenticationFailureEvent;
import org.snmp4j.event.AuthenticationFailureListener;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.util.MultiThreadedMessageDispatcher;

/**
 * Listens on one UDP port for notifications. What is no notification, or comes with a community or user that isn't accepted,
 * is counted and forgotten. Its V3 engine id is new at every start, so senders of informs discover it again.
 */
final class TrapReceiver implements CommandResponder, AuthenticationFailureListener, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TrapReceiver.class.getName());

    private final boolean anyCommunity;
    private final Set<String> communities;
    private final TrapUsers users;
    private final TrapDelivery delivery;
    private final Counters counters;
    private final Datagrams socket;
    private final Snmp snmp;

    /** @throws IOException if the port can't be bound */
    TrapReceiver(SnmpTrapActivationSpec spec, TrapDelivery delivery, Counters counters) throws IOException {
        this.anyCommunity = spec.acceptsAnyCommunity();
        this.communities = spec.parsedCommunities();
        this.delivery = delivery;
        this.counters = counters;
        OctetString engineId = new OctetString(MPv3.createLocalEngineID());
        users = new TrapUsers(engineId, spec.parsedUsers());
        GuardedDispatcher guarded = new GuardedDispatcher((from, reason) -> counters.undecodable.increment());
        SecurityModels models = SecurityModels.getCollection(new SecurityModel[] {users});
        guarded.addMessageProcessingModel(new MPv1());
        guarded.addMessageProcessingModel(new MPv2c());
        guarded.addMessageProcessingModel(
                new MPv3(engineId.getValue(), null, Protocols.ALL, models, new CounterSupport()));
        guarded.addAuthenticationFailureListener(this);
        socket = new Datagrams(new UdpAddress(InetAddress.getByName(spec.getBindAddress()), spec.portNumber()));
        snmp = new Snmp(new MultiThreadedMessageDispatcher(new DispatchPool("snmp-traps", 1), guarded), socket);
        snmp.addCommandResponder(this);
        snmp.listen();
    }

    int port() {
        return socket.getListenAddress().getPort();
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        PDU pdu = event.getPDU();
        if (!isNotification(pdu) || !isAccepted(event)) {
            counters.trapsRejected.increment();
            return;
        }
        SnmpTrap trap;
        try {
            trap = read(event, TrapTranslation.read(pdu));
        } catch (IllegalArgumentException e) {
            counters.undecodable.increment();
            return;
        }
        // An inform is answered once it is sure to be delivered; otherwise its sender tries again.
        if (delivery.offer(trap) && trap.inform()) {
            acknowledge(event);
        }
    }

    /** Discovery of our engine's id and time begins with messages that fail in these two ways. */
    @Override
    public <A extends Address> void authenticationFailure(AuthenticationFailureEvent<A> event) {
        int error = event.getError();
        if (error != SnmpConstants.SNMPv3_USM_UNKNOWN_ENGINEID
                && error != SnmpConstants.SNMPv3_USM_NOT_IN_TIME_WINDOW) {
            counters.trapsRejected.increment();
        }
    }

    private static boolean isNotification(PDU pdu) {
        return pdu != null
                && switch (pdu.getType()) {
                    case PDU.V1TRAP, PDU.NOTIFICATION, PDU.INFORM -> true;
                    default -> false;
                };
    }

    private boolean isAccepted(CommandResponderEvent<?> event) {
        if (event.getMessageProcessingModel() == SnmpConstants.version3) {
            return users.accepts(event.getSecurityName(), event.getSecurityLevel());
        }
        return anyCommunity || communities.contains(new String(event.getSecurityName(), StandardCharsets.UTF_8));
    }

    private SnmpTrap read(CommandResponderEvent<?> event, TrapTranslation.Content content) {
        SnmpVersion version =
                switch (event.getMessageProcessingModel()) {
                    case SnmpConstants.version1 -> SnmpVersion.V1;
                    case SnmpConstants.version3 -> SnmpVersion.V3;
                    default -> SnmpVersion.V2C;
                };
        boolean isV3 = version == SnmpVersion.V3;
        return new SnmpTrap(
                Instant.now(),
                ((UdpAddress) event.getPeerAddress()).getInetAddress().getHostAddress(),
                port(),
                version,
                isV3 ? new String(event.getSecurityName(), StandardCharsets.UTF_8) : "",
                isV3 && event.getSecurityLevel() >= SecurityLevel.AUTH_NOPRIV,
                event.getPDU().getType() == PDU.INFORM,
                content.uptimeHundredths(),
                content.trapOid(),
                content.bindings());
    }

    private static <A extends Address> void acknowledge(CommandResponderEvent<A> event) {
        PDU response = (PDU) event.getPDU().clone();
        response.setType(PDU.RESPONSE);
        response.setErrorStatus(0);
        response.setErrorIndex(0);
        try {
            event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            response,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException e) {
            LOG.log(System.Logger.Level.DEBUG, "an inform was not answered: {0}", e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            snmp.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a trap listener did not close cleanly", e);
        }
    }
}
