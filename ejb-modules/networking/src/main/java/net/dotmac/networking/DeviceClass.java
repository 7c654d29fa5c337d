package net.dotmac.networking;

import net.dotmac.kernel.DomainException;

/** What a device is for. */
public enum DeviceClass {
    ROUTER("router"),
    SWITCH("switch"),
    ACCESS_POINT("accessPoint"),
    OLT("olt"),
    RADIO("radio"),
    UPS("ups"),
    OTHER("other");

    private final String wire;

    DeviceClass(String wire) {
        this.wire = wire;
    }

    /** Its spelling in the database and in APIs. */
    public String wire() {
        return wire;
    }

    /** @throws DomainException {@code invalid-value} for an unknown spelling */
    public static DeviceClass of(String text) {
        for (DeviceClass one : values()) {
            if (one.wire.equals(text)) {
                return one;
            }
        }
        throw DomainException.invalid(
                "deviceClass",
                "Found " + text + " for deviceClass, expected router, switch, accessPoint, olt, radio, ups or other.");
    }
}
