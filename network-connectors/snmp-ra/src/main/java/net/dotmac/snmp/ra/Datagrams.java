package net.dotmac.snmp.ra;

import java.io.IOException;
import java.net.DatagramPacket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.dotmac.snmp.SnmpTarget;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * A UDP socket that hands on a copy of exactly the bytes received. SNMP4J's own would allocate the largest datagram anew for
 * each packet, which costs more than decoding it.
 */
final class Datagrams extends DefaultUdpTransportMapping {

    /** The kernel may grant less. */
    private static final int RECEIVE_BUFFER = 4 * 1024 * 1024;

    Datagrams(UdpAddress bind) throws IOException {
        super(bind);
        setMaxInboundMessageSize(SnmpTarget.MAX_DATAGRAM);
        setAsyncMsgProcessingSupported(false);
        setReceiveBufferSize(RECEIVE_BUFFER);
    }

    @Override
    protected ByteBuffer prepareInPacket(DatagramPacket packet, byte[] buffer, TransportStateReference state) {
        return ByteBuffer.wrap(Arrays.copyOf(packet.getData(), packet.getLength()));
    }
}
