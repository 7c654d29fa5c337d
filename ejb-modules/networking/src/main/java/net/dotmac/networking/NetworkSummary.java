package net.dotmac.networking;

/**
 * The network in numbers.
 *
 * @param unknown monitored devices that were not asked yet
 * @param unmonitored devices that are not polled, in none of the other three
 * @param openAlarms alarms that are not cleared
 * @param criticalAlarms those of them that are critical
 */
public record NetworkSummary(
        long up, long down, long unknown, long unmonitored, long interfaces, long openAlarms, long criticalAlarms) {

    public long devices() {
        return up + down + unknown + unmonitored;
    }
}
