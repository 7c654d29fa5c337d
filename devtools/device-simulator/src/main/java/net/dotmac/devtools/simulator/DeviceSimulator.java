package net.dotmac.devtools.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

/**
 * A network in a box. Start it with profiles, break devices by name, heal them, close it.
 *
 * <p>Thread-safe. Answers come from one thread; faults act from the caller's.
 */
public final class DeviceSimulator implements AutoCloseable {

    private static final String IF_ENTRY = "1.3.6.1.2.1.2.2.1.";

    private final Map<String, DeviceAgent> agents = new LinkedHashMap<>();
    private final SelectorLoop loop;
    private final UdpAddress trapReceiver;

    private DeviceSimulator(InetSocketAddress trapReceiver) throws IOException {
        this.loop = new SelectorLoop();
        this.trapReceiver =
                trapReceiver == null ? null : new UdpAddress(trapReceiver.getAddress(), trapReceiver.getPort());
    }

    /** Starts devices that send no traps. @throws IOException if an address and port can't be bound; nothing stays open */
    public static DeviceSimulator start(List<DeviceProfile> profiles) throws IOException {
        return start(profiles, null, Clock.systemUTC());
    }

    /**
     * Starts devices.
     *
     * @param trapReceiver where traps go, or null for none
     * @param clock drives uptime and counters
     * @throws IOException if an address and port can't be bound; then nothing stays open
     */
    public static DeviceSimulator start(List<DeviceProfile> profiles, InetSocketAddress trapReceiver, Clock clock)
            throws IOException {
        DeviceSimulator simulator = new DeviceSimulator(trapReceiver);
        try {
            for (DeviceProfile profile : profiles) {
                simulator.add(new DeviceAgent(new DeviceState(profile, clock)));
            }
            simulator.loop.start();
            return simulator;
        } catch (IOException | RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    private void add(DeviceAgent agent) throws IOException {
        DeviceAgent twin = agents.putIfAbsent(agent.state().profile().name(), agent);
        if (twin != null) {
            agent.close();
            throw new IllegalArgumentException(
                    "two devices are called " + agent.state().profile().name());
        }
        loop.add(agent.transport());
    }

    public Collection<String> devices() {
        return List.copyOf(agents.keySet());
    }

    /** The port a device listens on: the profile's, or the free one it took. */
    public int port(String device) {
        return agent(device).transport().port();
    }

    /** Whether a device answers. */
    public boolean isAnswering(String device) {
        return !agent(device).state().isSilent();
    }

    /**
     * Breaks a device.
     *
     * @throws IllegalArgumentException if it, or its interface, doesn't exist
     */
    public void fault(String device, DeviceFault fault) {
        DeviceAgent agent = agent(device);
        if (fault instanceof DeviceFault.Silent) {
            agent.state().silent(true);
        } else if (fault instanceof DeviceFault.Reboot reboot) {
            agent.reboot(reboot.renumber());
            trap(agent, SnmpConstants.coldStart, List.of());
        } else if (fault instanceof DeviceFault.InterfaceDown down) {
            SimulatedInterface link = agent.state()
                    .byIfIndex(down.ifIndex())
                    .orElseThrow(() ->
                            new IllegalArgumentException(device + " has no interface with ifIndex " + down.ifIndex()));
            if (link.takeDown(agent.state().now())) {
                linkTrap(agent, link, SnmpConstants.linkDown, 2);
            }
        }
    }

    /** Brings a device back: it answers again, and every link is up. */
    public void heal(String device) {
        DeviceAgent agent = agent(device);
        agent.state().silent(false);
        for (SimulatedInterface link : agent.state().interfaces()) {
            if (link.bringUp(agent.state().now())) {
                linkTrap(agent, link, SnmpConstants.linkUp, 1);
            }
        }
    }

    private void linkTrap(DeviceAgent agent, SimulatedInterface link, OID trap, int operStatus) {
        int ifIndex = agent.state().ifIndex(link);
        trap(
                agent,
                trap,
                List.of(
                        new VariableBinding(new OID(IF_ENTRY + "1." + ifIndex), new Integer32(ifIndex)),
                        new VariableBinding(new OID(IF_ENTRY + "7." + ifIndex), new Integer32(1)),
                        new VariableBinding(new OID(IF_ENTRY + "8." + ifIndex), new Integer32(operStatus))));
    }

    private void trap(DeviceAgent agent, OID trap, List<VariableBinding> bindings) {
        if (trapReceiver == null) {
            return;
        }
        try {
            agent.sendTrap(trapReceiver, trap, bindings);
        } catch (IOException e) {
            System.getLogger(DeviceSimulator.class.getName())
                    .log(System.Logger.Level.WARNING, "a trap was not sent: {0}", e.getMessage());
        }
    }

    private DeviceAgent agent(String device) {
        DeviceAgent agent = agents.get(device);
        if (agent == null) {
            throw new IllegalArgumentException("no simulated device is called " + device);
        }
        return agent;
    }

    @Override
    public void close() throws IOException {
        loop.close();
        for (DeviceAgent agent : agents.values()) {
            agent.close();
        }
    }
}
