package net.dotmac.snmp.ra;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

/** A V2C device that answers whatever a test wants it to, decent or not. */
final class HostileAgent implements AutoCloseable {

    private final DatagramSocket socket;
    private final AtomicInteger requests = new AtomicInteger();
    private final Function<PDU, List<byte[]>> behaviour;

    HostileAgent(String address, Function<PDU, List<byte[]>> behaviour) throws IOException {
        this.behaviour = behaviour;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), 0));
        Thread thread = new Thread(this::run, "hostile-agent");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    private void run() {
        byte[] buffer = new byte[65_536];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                requests.incrementAndGet();
                for (byte[] answer : behaviour.apply(decode(packet))) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // Closing the socket ends the thread.
        }
    }

    private static PDU decode(DatagramPacket packet) throws IOException {
        BERInputStream in = new BERInputStream(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
        BER.decodeHeader(in, new BER.MutableByte());
        new Integer32().decodeBER(in);
        new OctetString().decodeBER(in);
        PDU pdu = new PDU();
        pdu.decodeBER(in);
        return pdu;
    }

    /** A V2C message of community "public". */
    static byte[] encode(PDU pdu) {
        try {
            Integer32 version = new Integer32(1);
            OctetString community = new OctetString("public");
            int length = version.getBERLength() + community.getBERLength() + pdu.getBERLength();
            BEROutputStream out =
                    new BEROutputStream(ByteBuffer.allocate(length + BER.getBERLengthOfLength(length) + 1));
            BER.encodeHeader(out, BER.SEQUENCE, length);
            version.encodeBER(out);
            community.encodeBER(out);
            pdu.encodeBER(out);
            return out.getBuffer().array();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static PDU responseTo(PDU request) {
        PDU response = new PDU();
        response.setType(PDU.RESPONSE);
        response.setRequestID(request.getRequestID());
        return response;
    }

    @Override
    public void close() {
        socket.close();
    }
}
