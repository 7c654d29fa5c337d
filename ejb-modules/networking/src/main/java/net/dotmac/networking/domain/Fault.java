package net.dotmac.networking.domain;

import java.util.UUID;

/**
 * Something that is wrong now.
 *
 * @param interfaceId the interface, or null if the whole device is meant
 * @param object its name, for people
 * @param detail what was seen
 */
public record Fault(AlarmKind kind, UUID deviceId, UUID interfaceId, String object, String detail) {

    /** The same for the same fault, however often and by whomever it is reported. */
    public String key() {
        return key(kind, interfaceId == null ? deviceId : interfaceId);
    }

    public static String key(AlarmKind kind, UUID object) {
        return kind.probableCause() + ":" + object;
    }

    public static Fault unreachable(Device device, String why) {
        return new Fault(AlarmKind.DEVICE_UNREACHABLE, device.id(), null, device.name(), cut(why));
    }

    public static Fault linkDown(Device device, DeviceInterface link) {
        return new Fault(
                AlarmKind.LINK_DOWN,
                device.id(),
                link.id(),
                device.name() + " " + link.name(),
                cut("The link is " + link.details().operStatus() + " and should be up. "
                        + link.details().alias()));
    }

    private static String cut(String text) {
        return Texts.cut(text, 1_000, "unknown");
    }
}
