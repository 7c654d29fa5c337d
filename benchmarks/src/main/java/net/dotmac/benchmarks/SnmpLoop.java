package net.dotmac.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * Polling's rival: SNMP4J bare, asynchronous, with the requests that the product sends (a get of the device's scalars, then bulk
 * requests over the interface columns until all rows are there), and nothing made of the answers.
 *
 * <p>Arguments: network ({@code 127.60}), port, devices, rows, rounds to warm up, rounds to measure. Prints devices asked, seconds,
 * CPU seconds of this process, failures.
 */
public final class SnmpLoop {

    private static final int IN_FLIGHT = 200;
    private static final List<String> SCALARS = List.of(
            "1.3.6.1.2.1.1.3.0",
            "1.3.6.1.2.1.1.5.0",
            "1.3.6.1.2.1.1.1.0",
            "1.3.6.1.2.1.1.2.0",
            "1.3.6.1.6.3.10.2.1.2.0",
            "1.3.6.1.6.3.10.2.1.3.0");
    private static final List<String> COLUMNS = List.of(
            "1.3.6.1.2.1.31.1.1.1.1",
            "1.3.6.1.2.1.2.2.1.7",
            "1.3.6.1.2.1.2.2.1.8",
            "1.3.6.1.2.1.2.2.1.14",
            "1.3.6.1.2.1.2.2.1.20",
            "1.3.6.1.2.1.2.2.1.13",
            "1.3.6.1.2.1.2.2.1.19",
            "1.3.6.1.2.1.31.1.1.1.6",
            "1.3.6.1.2.1.31.1.1.1.10",
            "1.3.6.1.2.1.31.1.1.1.7",
            "1.3.6.1.2.1.31.1.1.1.11");

    private final Snmp snmp;
    private final List<CommunityTarget<UdpAddress>> targets = new ArrayList<>();
    private final int rows;
    private final Semaphore places = new Semaphore(IN_FLIGHT);
    private final LongAdder failures = new LongAdder();

    private SnmpLoop(Snmp snmp, String network, int port, int devices, int rows) {
        this.snmp = snmp;
        this.rows = rows;
        for (int n = 0; n < devices; n++) {
            CommunityTarget<UdpAddress> target = new CommunityTarget<>(
                    new UdpAddress(network + "." + n / 250 + "." + (n % 250 + 1) + "/" + port),
                    new OctetString("public"));
            target.setVersion(SnmpConstants.version2c);
            target.setTimeout(1_500);
            target.setRetries(1);
            targets.add(target);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (Snmp snmp = new Snmp(new DefaultUdpTransportMapping())) {
            snmp.listen();
            SnmpLoop loop = new SnmpLoop(
                    snmp,
                    arguments[0],
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    Integer.parseInt(arguments[3]));
            loop.rounds(Integer.parseInt(arguments[4]));
            int rounds = Integer.parseInt(arguments[5]);
            long cpu = cpuNanos();
            long start = System.nanoTime();
            loop.rounds(rounds);
            System.out.printf(
                    Locale.ROOT,
                    "%d %.3f %.3f %d%n",
                    (long) rounds * loop.targets.size(),
                    (System.nanoTime() - start) / 1e9,
                    (cpuNanos() - cpu) / 1e9,
                    loop.failures.sum());
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void rounds(int rounds) throws IOException, InterruptedException {
        CountDownLatch done = new CountDownLatch(rounds * targets.size());
        for (int round = 0; round < rounds; round++) {
            for (CommunityTarget<UdpAddress> target : targets) {
                places.acquire();
                new Asked(target, done).start();
            }
        }
        done.await();
    }

    /** One device being asked. */
    private final class Asked implements ResponseListener {
        private final CommunityTarget<UdpAddress> target;
        private final CountDownLatch done;
        private final List<OID> cursors = new ArrayList<>();
        private boolean walking;

        Asked(CommunityTarget<UdpAddress> target, CountDownLatch done) {
            this.target = target;
            this.done = done;
        }

        void start() throws IOException {
            PDU pdu = new PDU();
            pdu.setType(PDU.GET);
            SCALARS.forEach(oid -> pdu.add(new VariableBinding(new OID(oid))));
            snmp.send(pdu, target, null, this);
        }

        @Override
        public <A extends org.snmp4j.smi.Address> void onResponse(ResponseEvent<A> event) {
            ((Snmp) event.getSource()).cancel(event.getRequest(), this);
            if (event.getResponse() == null) {
                failures.increment();
                end();
                return;
            }
            try {
                if (!walking) {
                    walking = true;
                    COLUMNS.forEach(column -> cursors.add(new OID(column)));
                } else {
                    advance(event.getResponse());
                }
                if (cursors.isEmpty()) {
                    end();
                } else {
                    bulk();
                }
            } catch (IOException e) {
                failures.increment();
                end();
            }
        }

        private void bulk() throws IOException {
            PDU pdu = new PDU();
            pdu.setType(PDU.GETBULK);
            pdu.setMaxRepetitions(rows + 1);
            cursors.forEach(cursor -> pdu.add(new VariableBinding(cursor)));
            snmp.send(pdu, target, null, this);
        }

        /** Keeps the columns that have not left their root yet. */
        private void advance(PDU response) {
            List<OID> open = new ArrayList<>();
            int width = cursors.size();
            for (int column = 0; column < width; column++) {
                OID root = cursors.get(column);
                OID last = root;
                boolean left = false;
                for (int i = column; i < response.size(); i += width) {
                    VariableBinding found = response.get(i);
                    if (found.isException()
                            || found.getOid().leftMostCompare(root.size() - (isRow(root) ? 1 : 0), root) != 0) {
                        left = true;
                        break;
                    }
                    last = found.getOid();
                }
                if (!left && !last.equals(root)) {
                    open.add(last);
                }
            }
            cursors.clear();
            cursors.addAll(open);
        }

        /** Whether it is a place within a column rather than the column itself. */
        private boolean isRow(OID oid) {
            return !COLUMNS.contains(oid.toDottedString());
        }

        private void end() {
            places.release();
            done.countDown();
        }
    }
}
