package net.dotmac.snmp.ra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.SnmpAnswer;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpFailure;
import net.dotmac.snmp.SnmpResult;
import net.dotmac.snmp.SnmpTable;
import net.dotmac.snmp.SnmpTarget;
import net.dotmac.snmp.SnmpVersion;
import net.dotmac.snmp.WalkLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

class HostileDeviceTest {

    private static final String ADDRESS = "127.63.0.1";
    private static final Oid COLUMN = Oid.parse("1.3.6.1.2.1.2.2.1.2");
    private static final Oid SCALAR = Oid.parse("1.3.6.1.2.1.1.5.0");

    private LocalContainer container;
    private SnmpConnection snmp;

    @BeforeEach
    void start() throws Exception {
        container = new LocalContainer();
        snmp = container.connect();
    }

    @AfterEach
    void stop() {
        container.close();
    }

    @Test
    void aWalkThatLoopsEnds() throws Exception {
        SnmpTable table = walk(request -> answer(request, List.of(binding("1"), binding("2"), binding("1"))), 5);
        assertEquals(SnmpFailure.Kind.LOOP, table.failure().orElseThrow().kind());
        assertEquals(2, table.rows().size());
    }

    @Test
    void aWalkThatStandsStillEnds() throws Exception {
        SnmpTable same = walk(request -> answer(request, List.of(binding("7"))), 5);
        assertEquals(SnmpFailure.Kind.LOOP, same.failure().orElseThrow().kind());
        assertEquals(1, same.rows().size());
        SnmpTable empty = walk(request -> answer(request, List.of()), 5);
        assertEquals(SnmpFailure.Kind.LOOP, empty.failure().orElseThrow().kind());
    }

    @Test
    void anEndlessTableEnds() throws Exception {
        AtomicInteger next = new AtomicInteger();
        SnmpTable table = walk(
                request -> {
                    List<VariableBinding> more = new ArrayList<>();
                    for (int i = 0; i < request.getMaxRepetitions(); i++) {
                        more.add(binding(Integer.toString(next.incrementAndGet())));
                    }
                    return answer(request, more);
                },
                500);
        assertEquals(SnmpFailure.Kind.TOO_LARGE, table.failure().orElseThrow().kind());
        assertEquals(500, table.rows().size());
    }

    @Test
    void moreThanAskedForIsRefused() throws Exception {
        SnmpTable table = walk(
                request -> {
                    List<VariableBinding> flood = new ArrayList<>();
                    for (int i = 0; i < 1_000; i++) {
                        flood.add(binding(Integer.toString(i + 1)));
                    }
                    return answer(request, flood);
                },
                5_000);
        assertEquals(SnmpFailure.Kind.MISMATCH, table.failure().orElseThrow().kind());
    }

    @Test
    void anAnswerToAnotherRequestIsIgnored() throws Exception {
        SnmpResult result = get(request -> {
            PDU response = HostileAgent.responseTo(request);
            response.setRequestID(new Integer32(request.getRequestID().getValue() ^ 0x5555));
            response.add(new VariableBinding(new OID(SCALAR.toString()), new OctetString("forged")));
            return List.of(HostileAgent.encode(response));
        });
        assertEquals(
                SnmpFailure.Kind.TIMEOUT,
                assertInstanceOf(SnmpFailure.class, result).kind());
    }

    @Test
    void anAnswerAboutSomethingElseIsAMismatch() throws Exception {
        SnmpResult result = get(request -> answer(request, List.of(binding("1"))));
        assertEquals(
                SnmpFailure.Kind.MISMATCH,
                assertInstanceOf(SnmpFailure.class, result).kind());
        SnmpResult none = get(request -> answer(request, List.of()));
        assertEquals(
                SnmpFailure.Kind.MISMATCH,
                assertInstanceOf(SnmpFailure.class, none).kind());
    }

    @Test
    void garbageIsCountedAndNamed() throws Exception {
        SnmpResult result = get(request -> List.of(new byte[] {0x30, (byte) 0x84, 127, -1, -1, -1, 2, 1, 1}));
        assertEquals(
                SnmpFailure.Kind.UNDECODABLE,
                assertInstanceOf(SnmpFailure.class, result).kind());
        assertTrue(container.factory().statistics().undecodable() >= 1);
    }

    @Test
    void garbageBeforeTheAnswerDoesNotSpoilIt() throws Exception {
        Random random = new Random(42);
        SnmpResult result = get(request -> {
            List<byte[]> sent = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                sent.add(noise);
            }
            sent.addAll(scalarAnswer(request));
            return sent;
        });
        assertInstanceOf(SnmpAnswer.class, result);
    }

    @Test
    void truncatedAndMutatedAnswersNeverHarmTheSession() throws Exception {
        Random random = new Random(7);
        AtomicBoolean isDecent = new AtomicBoolean();
        try (HostileAgent agent = new HostileAgent(ADDRESS, request -> {
            byte[] good = scalarAnswer(request).get(0);
            if (isDecent.get()) {
                return List.of(good);
            }
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            return List.of(random.nextBoolean() ? bad : Arrays.copyOf(good, random.nextInt(good.length)));
        })) {
            SnmpTarget quick = target(agent).withTimeout(50, 0);
            List<CompletableFuture<SnmpResult>> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                all.add(snmp.get(quick, List.of(SCALAR)).toCompletableFuture());
            }
            for (CompletableFuture<SnmpResult> one : all) {
                one.get(10, TimeUnit.SECONDS);
            }
            isDecent.set(true);
            assertInstanceOf(
                    SnmpAnswer.class,
                    snmp.get(target(agent), List.of(SCALAR))
                            .toCompletableFuture()
                            .get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void anOversizedAnswerIsRefused() throws Exception {
        try (HostileAgent agent = new HostileAgent(
                ADDRESS,
                request -> answer(
                        request,
                        List.of(new VariableBinding(new OID(SCALAR.toString()), new OctetString(new byte[60_000])))))) {
            SnmpTarget narrow = new SnmpTarget(
                    ADDRESS,
                    agent.port(),
                    SnmpVersion.V2C,
                    new SnmpCredentials.Community("public"),
                    2_000,
                    0,
                    10,
                    1_500);
            SnmpResult result =
                    snmp.get(narrow, List.of(SCALAR)).toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertEquals(
                    SnmpFailure.Kind.TOO_LARGE,
                    assertInstanceOf(SnmpFailure.class, result).kind());
        }
    }

    @Test
    void tooBigIsAskedAgainInSmallerPortions() throws Exception {
        Function<PDU, List<byte[]>> narrow = request -> {
            PDU response = HostileAgent.responseTo(request);
            if (request.size() > 3) {
                response.setErrorStatus(PDU.tooBig);
            } else {
                request.getVariableBindings()
                        .forEach(vb -> response.add(new VariableBinding(vb.getOid(), new Integer32(1))));
            }
            return List.of(HostileAgent.encode(response));
        };
        try (HostileAgent agent = new HostileAgent(ADDRESS, narrow)) {
            List<Oid> oids = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                oids.add(COLUMN.append(i));
            }
            SnmpResult result =
                    snmp.get(target(agent), oids).toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertEquals(
                    20, assertInstanceOf(SnmpAnswer.class, result).bindings().size());
        }
    }

    @Test
    void aLostRequestIsRepeated() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (HostileAgent agent =
                new HostileAgent(ADDRESS, request -> asked.incrementAndGet() < 3 ? List.of() : scalarAnswer(request))) {
            SnmpResult result = snmp.get(target(agent).withTimeout(150, 2), List.of(SCALAR))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            assertInstanceOf(SnmpAnswer.class, result);
            assertEquals(3, agent.requests());
        }
    }

    @Test
    void aSlowWalkEndsInTime() throws Exception {
        AtomicInteger next = new AtomicInteger();
        Function<PDU, List<byte[]>> drip =
                request -> answer(request, List.of(binding(Integer.toString(next.incrementAndGet()))));
        try (HostileAgent agent = new HostileAgent(ADDRESS, drip)) {
            SnmpTable table = snmp.bulkWalk(target(agent), List.of(COLUMN), new WalkLimits(1_000_000, 10_000_000, 200))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            assertEquals(
                    SnmpFailure.Kind.TOO_SLOW, table.failure().orElseThrow().kind());
        }
    }

    private SnmpTable walk(Function<PDU, List<byte[]>> behaviour, int maxRows) throws Exception {
        try (HostileAgent agent = new HostileAgent(ADDRESS, behaviour)) {
            return snmp.bulkWalk(target(agent), List.of(COLUMN), new WalkLimits(maxRows, 100_000, 20_000))
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private SnmpResult get(Function<PDU, List<byte[]>> behaviour) throws Exception {
        try (HostileAgent agent = new HostileAgent(ADDRESS, behaviour)) {
            return snmp.get(target(agent), List.of(SCALAR))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        }
    }

    private static SnmpTarget target(HostileAgent agent) {
        return SnmpTarget.of(ADDRESS, agent.port(), SnmpVersion.V2C, new SnmpCredentials.Community("public"))
                .withTimeout(400, 0);
    }

    private static List<byte[]> scalarAnswer(PDU request) {
        return answer(request, List.of(new VariableBinding(new OID(SCALAR.toString()), new OctetString("core-1"))));
    }

    private static List<byte[]> answer(PDU request, List<VariableBinding> bindings) {
        PDU response = HostileAgent.responseTo(request);
        bindings.forEach(response::add);
        return List.of(HostileAgent.encode(response));
    }

    private static VariableBinding binding(String index) {
        return new VariableBinding(new OID(COLUMN + "." + index), new OctetString("x"));
    }
}
