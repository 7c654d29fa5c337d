package net.dotmac.devtools.simulator;

/** What can befall a simulated device. */
public sealed interface DeviceFault {

    /** It answers nothing any more, until healed. */
    record Silent() implements DeviceFault {}

    /**
     * It boots: uptime and counters start anew, the engine counts a boot, a coldStart trap leaves. Nothing to heal.
     *
     * @param renumber whether its interfaces come back under other indexes
     */
    record Reboot(boolean renumber) implements DeviceFault {}

    /** The link of an interface goes down, with a linkDown trap; healing brings it up, with a linkUp trap. */
    record InterfaceDown(int ifIndex) implements DeviceFault {}
}
