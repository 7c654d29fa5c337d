package net.dotmac.devtools.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Runs like devices until the process ends, as benchmarks need them:
 * {@code devices=1000 interfaces=10 port=10161 network=127.60 control=0 controlFile=... traps=127.0.0.1:1162}.
 *
 * <p>Device n is called {@code device-n} and answers on {@code <network>.<n / 250>.<n % 250 + 1>}. The control port is
 * written to {@code controlFile} once everything answers.
 */
public final class SimulatorMain {

    private SimulatorMain() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (String arg : args) {
            String[] pair = arg.split("=", 2);
            if (pair.length != 2) {
                throw new IllegalArgumentException("expected name=value, found " + arg);
            }
            options.put(pair[0], pair[1]);
        }
        DeviceSimulator simulator = DeviceSimulator.start(profiles(options), trapReceiver(options), Clock.systemUTC());
        SimulatorControl control =
                SimulatorControl.start(simulator, Integer.parseInt(options.getOrDefault("control", "0")));
        System.out.println(simulator.devices().size() + " devices answer; control on 127.0.0.1:" + control.port());
        if (options.containsKey("controlFile")) {
            Files.writeString(Path.of(options.get("controlFile")), Integer.toString(control.port()));
        }
        new CountDownLatch(1).await();
    }

    private static List<DeviceProfile> profiles(Map<String, String> options) {
        int devices = Integer.parseInt(options.getOrDefault("devices", "40"));
        int interfaces = Integer.parseInt(options.getOrDefault("interfaces", "10"));
        int port = Integer.parseInt(options.getOrDefault("port", "10161"));
        String network = options.getOrDefault("network", "127.60");
        List<DeviceProfile> profiles = new ArrayList<>();
        for (int n = 0; n < devices; n++) {
            String address = network + "." + n / 250 + "." + (n % 250 + 1);
            profiles.add(DeviceProfile.v2c("device-" + n, address, port, interfaces));
        }
        return profiles;
    }

    private static InetSocketAddress trapReceiver(Map<String, String> options) throws Exception {
        String traps = options.get("traps");
        if (traps == null) {
            return null;
        }
        int colon = traps.lastIndexOf(':');
        return new InetSocketAddress(
                InetAddress.getByName(traps.substring(0, colon)), Integer.parseInt(traps.substring(colon + 1)));
    }
}
