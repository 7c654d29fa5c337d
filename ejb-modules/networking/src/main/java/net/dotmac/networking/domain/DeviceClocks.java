package net.dotmac.networking.domain;

/**
 * What a device says of the time since it started.
 *
 * @param uptimeHundredths sysUpTime, hundredths of a second modulo 2^32: it wraps after 497 days
 * @param engineBoots snmpEngineBoots, or null if the device has none
 * @param engineSeconds snmpEngineTime, or null
 */
public record DeviceClocks(long uptimeHundredths, Integer engineBoots, Integer engineSeconds) {

    public DeviceClocks {
        if (uptimeHundredths < 0 || uptimeHundredths > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("sysUpTime has 32 bits, found " + uptimeHundredths);
        }
    }
}
