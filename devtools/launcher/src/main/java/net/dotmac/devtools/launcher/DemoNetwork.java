package net.dotmac.devtools.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.simulator.DeviceFault;
import net.dotmac.devtools.simulator.DeviceProfile;
import net.dotmac.devtools.simulator.DeviceSimulator;
import net.dotmac.devtools.simulator.SimulatorControl;
import net.dotmac.snmp.AuthProtocol;
import net.dotmac.snmp.PrivProtocol;
import net.dotmac.snmp.SnmpCredentials;

/**
 * Forty devices that answer SNMP on loopback addresses of their own: one speaks version 3 only, one reboots every few minutes,
 * one is dead.
 */
final class DemoNetwork implements AutoCloseable {

    static final String FAULTY = "core-1.innsbruck";

    private static final List<String> SITES = List.of("innsbruck", "hall", "schwaz", "woergl", "imst");
    private static final String ATOLL_SITE = "fakaofo";
    private static final Map<String, String> LOCATIONS = Map.of(
            "innsbruck",
            "Maria-Theresien-Straße 18, 6020 Innsbruck",
            "hall",
            "Glungezer tower, 6060 Hall in Tirol",
            "schwaz",
            "Franz-Josef-Straße 2, 6130 Schwaz",
            "woergl",
            "Bahnhofstraße 15, 6300 Wörgl",
            "imst",
            "Sirapuit tower, 6460 Imst",
            ATOLL_SITE,
            "Lagoon Road 2, Fakaofo");
    private static final int ATOLL_DEVICES = 10;
    private static final int ALPENNETZ_DEVICES = 30;
    private static final String REBOOTING = "ap-3.imst";
    private static final String DEAD = "ap-4.imst";
    /** Is silent for a while during the first run, so that there is an alarm that came and went. */
    static final String FLAPPING = "ap-2.schwaz";

    private static final String SECURE = "core-2.hall";
    private static final Duration REBOOT_EVERY = Duration.ofMinutes(7);

    private final RunningSystem system;
    private final DeviceSimulator simulator;
    private final SimulatorControl control;
    private final ScheduledExecutorService reboots = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "demo-reboots");
        thread.setDaemon(true);
        return thread;
    });

    private DemoNetwork(RunningSystem system, DeviceSimulator simulator, SimulatorControl control) {
        this.system = system;
        this.simulator = simulator;
        this.control = control;
    }

    /** A device of the demo. */
    private record Planned(
            DemoTenant tenant, String site, String name, String deviceClass, String address, int interfaces) {}

    static DemoNetwork start(RunningSystem system) {
        try {
            List<DeviceProfile> profiles = new ArrayList<>();
            for (Planned device : planned()) {
                profiles.add(profile(system, device));
            }
            InetSocketAddress traps = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(),
                    system.installation().ports().trap());
            DeviceSimulator simulator = DeviceSimulator.start(profiles, traps, Clock.systemUTC());
            simulator.fault(DEAD, new DeviceFault.Silent());
            SimulatorControl control = SimulatorControl.start(simulator, 0);
            Files.writeString(portFile(system.installation()), String.valueOf(control.port()));
            DemoNetwork network = new DemoNetwork(system, simulator, control);
            network.reboots.scheduleWithFixedDelay(
                    () -> simulator.fault(REBOOTING, new DeviceFault.Reboot(false)),
                    REBOOT_EVERY.toSeconds(),
                    REBOOT_EVERY.toSeconds(),
                    TimeUnit.SECONDS);
            return network;
        } catch (IOException e) {
            throw new LaunchException("The demo's devices could not be started: " + e.getMessage(), e);
        }
    }

    void disturb() {
        simulator.fault(FLAPPING, new DeviceFault.Silent());
    }

    void calm() {
        simulator.heal(FLAPPING);
    }

    /** Where another process finds the port that breaks and heals devices. */
    static Path portFile(Installation installation) {
        return installation.var().resolve("demo/simulator.port");
    }

    private static List<Planned> planned() {
        List<Planned> devices = new ArrayList<>();
        for (int i = 0; i < ALPENNETZ_DEVICES; i++) {
            String site = SITES.get(i % SITES.size());
            int row = i / SITES.size();
            String name = row < 2 ? "core-" + (row + 1) + "." + site : "ap-" + (row - 1) + "." + site;
            devices.add(new Planned(
                    DemoTenant.ALPENNETZ,
                    site,
                    name,
                    row < 2 ? "router" : "radio",
                    "127.77.1." + (i + 1),
                    row < 2 ? 12 : 4));
        }
        for (int i = 0; i < ATOLL_DEVICES; i++) {
            String name = i == 0 ? "core.fakaofo" : "radio-" + i + ".fakaofo";
            devices.add(new Planned(
                    DemoTenant.ATOLL, ATOLL_SITE, name, i == 0 ? "router" : "radio", "127.77.2." + (i + 1), 4));
        }
        return devices;
    }

    private static DeviceProfile profile(RunningSystem system, Planned device) {
        int port = system.installation().ports().snmp();
        if (device.name().equals(SECURE)) {
            String passphrase = system.secrets().password("demo-snmp");
            var user = new SnmpCredentials.User(
                    "dotmac", AuthProtocol.SHA256, passphrase, PrivProtocol.AES128, passphrase);
            return DeviceProfile.v3(device.name(), device.address(), port, device.interfaces(), user);
        }
        return DeviceProfile.v2c(device.name(), device.address(), port, device.interfaces());
    }

    /** Tells the product of the tenant's devices. */
    void register(DemoTenant tenant, ApiClient api) {
        Map<String, String> sites = new HashMap<>();
        for (Planned device : planned()) {
            if (device.tenant().equals(tenant)) {
                String site = sites.computeIfAbsent(device.site(), name -> site(api, name));
                JsonObjectBuilder body = Json.createObjectBuilder()
                        .add("name", device.name())
                        .add("deviceClass", device.deviceClass())
                        .add("siteId", site)
                        .add("address", device.address())
                        .add("snmpPort", system.installation().ports().snmp())
                        .add("pollSeconds", 15);
                if (device.name().equals(SECURE)) {
                    String passphrase = system.secrets().password("demo-snmp");
                    body.add("snmpVersion", "3")
                            .add(
                                    "user",
                                    Json.createObjectBuilder()
                                            .add("name", "dotmac")
                                            .add("auth", "SHA256")
                                            .add("authPassphrase", passphrase)
                                            .add("priv", "AES128")
                                            .add("privPassphrase", passphrase));
                } else {
                    body.add("snmpVersion", "2c").add("community", "public");
                }
                api.post("/api/v1/devices", body.build());
            }
        }
    }

    private static String site(ApiClient api, String name) {
        String place = LOCATIONS.get(name);
        return api.post(
                        "/api/v1/sites",
                        Json.createObjectBuilder()
                                .add("name", name)
                                .add("location", place)
                                .build())
                .getString("id");
    }

    @Override
    public void close() {
        reboots.shutdownNow();
        control.close();
        try {
            simulator.close();
        } catch (IOException e) {
            throw new LaunchException("The demo's devices did not stop: " + e.getMessage(), e);
        }
    }
}
