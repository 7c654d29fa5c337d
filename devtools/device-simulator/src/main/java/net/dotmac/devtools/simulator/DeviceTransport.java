package net.dotmac.devtools.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.snmp4j.TransportStateReference;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.UdpTransportMapping;

/** The socket of one device. It has no thread: the selector's thread reads it. */
final class DeviceTransport extends UdpTransportMapping {

    private final DatagramChannel channel;
    private final DeviceState device;

    private DeviceTransport(UdpAddress bound, DatagramChannel channel, DeviceState device) {
        super(bound);
        this.channel = channel;
        this.device = device;
    }

    static DeviceTransport open(DeviceState device) throws IOException {
        DeviceProfile profile = device.profile();
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.getByName(profile.address()), profile.port()));
            InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
            return new DeviceTransport(new UdpAddress(bound.getAddress(), bound.getPort()), channel, device);
        } catch (IOException e) {
            channel.close();
            throw new IOException("can't open " + profile.address() + ":" + profile.port() + ": " + e.getMessage(), e);
        }
    }

    DatagramChannel channel() {
        return channel;
    }

    int port() {
        return getListenAddress().getPort();
    }

    /** Reads one datagram and answers it. @return false if there was none */
    boolean receive(ByteBuffer buffer) throws IOException {
        buffer.clear();
        InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
        if (from == null) {
            return false;
        }
        if (!device.isSilent()) {
            buffer.flip();
            byte[] message = new byte[buffer.remaining()];
            buffer.get(message);
            UdpAddress sender = new UdpAddress(from.getAddress(), from.getPort());
            TransportStateReference state = new TransportStateReference(
                    this, sender, null, SecurityLevel.undefined, SecurityLevel.undefined, false, channel);
            fireProcessMessage(sender, ByteBuffer.wrap(message), state);
        }
        return true;
    }

    @Override
    public void sendMessage(
            UdpAddress address, byte[] message, TransportStateReference state, long timeoutMillis, int maxRetries)
            throws IOException {
        if (!device.isSilent()) {
            channel.send(ByteBuffer.wrap(message), new InetSocketAddress(address.getInetAddress(), address.getPort()));
        }
    }

    @Override
    public boolean isListening() {
        return channel.isOpen();
    }

    @Override
    public void listen() {
        // The selector listens.
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
