package net.dotmac.devtools.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** The one thread that reads every device's socket. */
final class SelectorLoop implements AutoCloseable {

    /** So that one busy device can't starve the others. */
    private static final int DATAGRAMS_PER_TURN = 16;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(65_536);
    private final Thread thread = new Thread(this::run, "device-simulator");

    SelectorLoop() throws IOException {
        thread.setDaemon(true);
    }

    void add(DeviceTransport transport) throws IOException {
        transport.channel().register(selector, SelectionKey.OP_READ, transport);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(this::read);
            }
        } catch (ClosedSelectorException | CancelledKeyException e) {
            // Closing ends the loop.
        } catch (IOException e) {
            System.getLogger(SelectorLoop.class.getName())
                    .log(System.Logger.Level.ERROR, "the device simulator stopped", e);
        }
    }

    private void read(SelectionKey key) {
        DeviceTransport transport = (DeviceTransport) key.attachment();
        try {
            int read = 0;
            while (read < DATAGRAMS_PER_TURN && transport.receive(buffer)) {
                read++;
            }
        } catch (IOException | RuntimeException e) {
            System.getLogger(SelectorLoop.class.getName())
                    .log(System.Logger.Level.DEBUG, "a request was not answered: {0}", e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
