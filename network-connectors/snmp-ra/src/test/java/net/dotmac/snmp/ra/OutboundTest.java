package net.dotmac.snmp.ra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dotmac.devtools.simulator.DeviceFault;
import net.dotmac.devtools.simulator.DeviceProfile;
import net.dotmac.devtools.simulator.DeviceSimulator;
import net.dotmac.snmp.AuthProtocol;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.PrivProtocol;
import net.dotmac.snmp.SnmpAnswer;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpFailure;
import net.dotmac.snmp.SnmpResult;
import net.dotmac.snmp.SnmpTable;
import net.dotmac.snmp.SnmpTarget;
import net.dotmac.snmp.SnmpValue;
import net.dotmac.snmp.SnmpVersion;
import net.dotmac.snmp.WalkLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutboundTest {

    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final Oid UPTIME = Oid.parse("1.3.6.1.2.1.1.3.0");
    private static final Oid BOOTS = Oid.parse("1.3.6.1.6.3.10.2.1.2.0");
    private static final Oid IF_DESCR = Oid.parse("1.3.6.1.2.1.2.2.1.2");
    private static final Oid HC_IN = Oid.parse("1.3.6.1.2.1.31.1.1.1.6");
    private static final SnmpCredentials PUBLIC = new SnmpCredentials.Community("public");

    private static LocalContainer container;
    private static DeviceSimulator simulator;
    private static SnmpConnection snmp;

    @BeforeAll
    static void start() throws Exception {
        container = new LocalContainer();
        snmp = container.connect();
        List<DeviceProfile> profiles = new ArrayList<>();
        profiles.add(DeviceProfile.v2c("plain", "127.62.0.1", 0, 40));
        profiles.add(DeviceProfile.v3("secure", "127.62.0.2", 0, 4, users().toArray(SnmpCredentials.User[]::new)));
        profiles.add(DeviceProfile.v2c("mute", "127.62.0.3", 0, 2));
        profiles.add(
                DeviceProfile.v3("reborn", "127.62.0.4", 0, 2, user("ops", AuthProtocol.SHA256, PrivProtocol.AES128)));
        // The same user name as on "reborn", another ISP's device, another passphrase.
        profiles.add(DeviceProfile.v3(
                "foreign",
                "127.62.0.5",
                0,
                2,
                new SnmpCredentials.User("ops", AuthProtocol.SHA1, "foreign-auth", PrivProtocol.DES, "foreign-priv")));
        for (int i = 0; i < 200; i++) {
            profiles.add(DeviceProfile.v2c("crowd-" + i, "127.62.1." + (i + 1), 0, 2));
        }
        simulator = DeviceSimulator.start(profiles);
        simulator.fault("mute", new DeviceFault.Silent());
    }

    @AfterAll
    static void stop() throws Exception {
        snmp.close();
        simulator.close();
        container.close();
    }

    private static List<SnmpCredentials.User> users() {
        List<SnmpCredentials.User> users = new ArrayList<>();
        for (AuthProtocol auth : AuthProtocol.values()) {
            users.add(user("only-" + auth, auth, PrivProtocol.NONE));
            for (PrivProtocol priv : PrivProtocol.values()) {
                if (auth != AuthProtocol.NONE && priv != PrivProtocol.NONE) {
                    users.add(user(auth + "-" + priv, auth, priv));
                }
            }
        }
        return users;
    }

    private static SnmpCredentials.User user(String name, AuthProtocol auth, PrivProtocol priv) {
        return new SnmpCredentials.User(
                name,
                auth,
                auth == AuthProtocol.NONE ? null : "auth-phrase-" + name,
                priv,
                priv == PrivProtocol.NONE ? null : "priv-phrase-" + name);
    }

    static Stream<Arguments> everyUser() {
        return users().stream().map(user -> Arguments.of(user.name(), user));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyUser")
    void speaksEveryProtocolOfV3(String name, SnmpCredentials.User user) throws Exception {
        SnmpAnswer answer = assertInstanceOf(SnmpAnswer.class, await(snmp.get(secure(user), List.of(SYS_NAME))));
        assertEquals("secure", text(answer.value(0)));
        SnmpTable table = await(snmp.bulkWalk(secure(user), List.of(IF_DESCR), WalkLimits.standard()));
        assertEquals(4, table.rows().size());
    }

    @Test
    void namesTheReasonWhenAUserIsRefused() throws Exception {
        SnmpCredentials wrongAuth = new SnmpCredentials.User(
                "SHA256-AES128",
                AuthProtocol.SHA256,
                "not-the-phrase",
                PrivProtocol.AES128,
                "priv-phrase-SHA256-AES128");
        SnmpCredentials wrongPriv = new SnmpCredentials.User(
                "SHA256-AES128",
                AuthProtocol.SHA256,
                "auth-phrase-SHA256-AES128",
                PrivProtocol.AES128,
                "not-the-phrase");
        SnmpCredentials unknown = user("nobody", AuthProtocol.SHA1, PrivProtocol.NONE);
        assertFailure(SnmpFailure.Kind.AUTHENTICATION, snmp.get(secure(wrongAuth), List.of(SYS_NAME)));
        assertFailure(SnmpFailure.Kind.AUTHENTICATION, snmp.get(secure(unknown), List.of(SYS_NAME)));
        // What can't be decrypted may be reported or just ignored, as the device pleases.
        SnmpFailure unreadable =
                assertInstanceOf(SnmpFailure.class, await(snmp.get(secure(wrongPriv), List.of(SYS_NAME))));
        assertTrue(Set.of(SnmpFailure.Kind.AUTHENTICATION, SnmpFailure.Kind.TIMEOUT)
                .contains(unreadable.kind()));
    }

    @Test
    void sameNamedUsersOfTwoTenantsDoNotMeet() throws Exception {
        SnmpTarget ours = target("reborn", user("ops", AuthProtocol.SHA256, PrivProtocol.AES128));
        SnmpTarget theirs = target(
                "foreign",
                new SnmpCredentials.User("ops", AuthProtocol.SHA1, "foreign-auth", PrivProtocol.DES, "foreign-priv"));
        for (int round = 0; round < 3; round++) {
            CompletionStage<SnmpResult> first = snmp.get(ours, List.of(SYS_NAME));
            CompletionStage<SnmpResult> second = snmp.get(theirs, List.of(SYS_NAME));
            assertEquals("reborn", text(((SnmpAnswer) await(first)).value(0)));
            assertEquals("foreign", text(((SnmpAnswer) await(second)).value(0)));
        }
        SnmpTarget crossed = target("foreign", user("ops", AuthProtocol.SHA256, PrivProtocol.AES128));
        assertFailure(SnmpFailure.Kind.AUTHENTICATION, snmp.get(crossed, List.of(SYS_NAME)));
    }

    @Test
    void followsAnEngineThatReboots() throws Exception {
        SnmpTarget target = target("reborn", user("ops", AuthProtocol.SHA256, PrivProtocol.AES128));
        assertInstanceOf(SnmpAnswer.class, await(snmp.get(target, List.of(BOOTS))));
        simulator.fault("reborn", new DeviceFault.Reboot(false));
        SnmpAnswer after = assertInstanceOf(SnmpAnswer.class, await(snmp.get(target, List.of(BOOTS))));
        assertTrue(after.value(0).number().orElseThrow() >= 2);
    }

    @Test
    void readsV1WithoutBulkAndWithoutWideCounters() throws Exception {
        SnmpTarget v1 = SnmpTarget.of("127.62.0.1", simulator.port("plain"), SnmpVersion.V1, PUBLIC);
        SnmpAnswer answer = (SnmpAnswer) await(snmp.get(v1, List.of(SYS_NAME, Oid.parse("1.3.9.9.0"), UPTIME)));
        assertEquals("plain", text(answer.value(0)));
        assertTrue(answer.value(1).isMissing());
        assertInstanceOf(SnmpValue.TimeTicks.class, answer.value(2));
        SnmpTable table = await(snmp.bulkWalk(v1, List.of(IF_DESCR, HC_IN), WalkLimits.standard()));
        assertEquals(40, table.rows().size());
        assertTrue(table.isComplete());
        assertEquals("ge-0/0/39", text(table.rows().get(39).cell(0)));
        assertTrue(table.rows().get(39).cell(1).isMissing());
    }

    @Test
    void walksColumnsSideBySide() throws Exception {
        SnmpTable table = await(snmp.bulkWalk(plain(), List.of(IF_DESCR, HC_IN), WalkLimits.standard()));
        assertTrue(table.isComplete());
        assertEquals(40, table.rows().size());
        for (int i = 0; i < 40; i++) {
            assertEquals(Oid.of(i + 1), table.rows().get(i).index());
            assertEquals("ge-0/0/" + i, text(table.rows().get(i).cell(0)));
            assertInstanceOf(SnmpValue.Counter64.class, table.rows().get(i).cell(1));
        }
    }

    @Test
    void endsAWalkAtItsLimitAndKeepsWhatItRead() throws Exception {
        SnmpTable rows = await(snmp.bulkWalk(plain(), List.of(IF_DESCR), new WalkLimits(7, 1_000, 5_000)));
        assertEquals(7, rows.rows().size());
        assertEquals(SnmpFailure.Kind.TOO_LARGE, rows.failure().orElseThrow().kind());
        SnmpTable variables = await(snmp.bulkWalk(plain(), List.of(IF_DESCR, HC_IN), new WalkLimits(1_000, 20, 5_000)));
        assertEquals(
                SnmpFailure.Kind.TOO_LARGE, variables.failure().orElseThrow().kind());
    }

    @Test
    void saysWhatADeviceLacks() throws Exception {
        SnmpAnswer answer = (SnmpAnswer) await(snmp.get(plain(), List.of(Oid.parse("1.3.6.1.2.1.99.1.0"), SYS_NAME)));
        assertTrue(answer.value(0).isMissing());
        assertEquals("plain", text(answer.value(1)));
        SnmpTable nothing =
                await(snmp.bulkWalk(plain(), List.of(Oid.parse("1.3.6.1.2.1.99.1")), WalkLimits.standard()));
        assertTrue(nothing.isComplete());
        assertEquals(0, nothing.rows().size());
    }

    @Test
    void asksForManyVariablesInPortions() throws Exception {
        List<Oid> oids = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            oids.add(IF_DESCR.append(i % 40 + 1));
        }
        SnmpAnswer answer = assertInstanceOf(SnmpAnswer.class, await(snmp.get(plain(), oids)));
        assertEquals(800, answer.bindings().size());
        assertEquals("ge-0/0/39", text(answer.value(799)));
    }

    @Test
    void aWrongCommunityIsSilence() throws Exception {
        SnmpTarget wrong = SnmpTarget.of(
                        "127.62.0.1", simulator.port("plain"), SnmpVersion.V2C, new SnmpCredentials.Community("wrong"))
                .withTimeout(100, 0);
        assertFailure(SnmpFailure.Kind.TIMEOUT, snmp.get(wrong, List.of(SYS_NAME)));
    }

    @Test
    void deadDevicesDoNotHoldUpLiveOnes() throws Exception {
        SnmpTarget dead = SnmpTarget.of("127.62.0.3", simulator.port("mute"), SnmpVersion.V2C, PUBLIC)
                .withTimeout(1_500, 0);
        List<CompletionStage<SnmpResult>> lost = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            lost.add(snmp.get(dead, List.of(SYS_NAME)));
        }
        List<CompletionStage<SnmpResult>> live = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            SnmpTarget one =
                    SnmpTarget.of("127.62.1." + (i + 1), simulator.port("crowd-" + i), SnmpVersion.V2C, PUBLIC);
            live.add(snmp.get(one, List.of(SYS_NAME)));
        }
        for (int i = 0; i < 200; i++) {
            assertEquals("crowd-" + i, text(((SnmpAnswer) await(live.get(i))).value(0)));
        }
        assertTrue(container.factory().statistics().inFlight() >= 500, "the dead were still waiting");
        for (CompletionStage<SnmpResult> stage : lost) {
            assertFailure(SnmpFailure.Kind.TIMEOUT, stage);
        }
    }

    @Test
    void aClosedHandleIsRefusedAndGivenBack() throws Exception {
        int before = container.connectionsClosed.get();
        SnmpConnection handle = container.connect();
        handle.close();
        handle.close();
        assertEquals(before + 1, container.connectionsClosed.get());
        assertThrows(IllegalStateException.class, () -> handle.get(plain(), List.of(SYS_NAME)));
    }

    private static SnmpTarget plain() {
        return SnmpTarget.of("127.62.0.1", simulator.port("plain"), SnmpVersion.V2C, PUBLIC);
    }

    private static SnmpTarget secure(SnmpCredentials user) {
        return target("secure", user);
    }

    private static SnmpTarget target(String device, SnmpCredentials user) {
        String address = "127.62.0."
                + List.of("", "plain", "secure", "mute", "reborn", "foreign").indexOf(device);
        return SnmpTarget.of(address, simulator.port(device), SnmpVersion.V3, user)
                .withTimeout(700, 0);
    }

    private static String text(SnmpValue value) {
        return assertInstanceOf(SnmpValue.Octets.class, value).text(100);
    }

    private static void assertFailure(SnmpFailure.Kind kind, CompletionStage<SnmpResult> stage) throws Exception {
        assertEquals(kind, assertInstanceOf(SnmpFailure.class, await(stage)).kind());
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
