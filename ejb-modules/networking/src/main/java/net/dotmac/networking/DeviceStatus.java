package net.dotmac.networking;

import java.util.Locale;

/** Whether a device answers. Unknown: not asked yet, or not monitored. */
public enum DeviceStatus {
    UP,
    DOWN,
    UNKNOWN;

    /** Its spelling in the database and in APIs. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DeviceStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
