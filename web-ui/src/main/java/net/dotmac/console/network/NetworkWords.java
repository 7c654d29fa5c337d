package net.dotmac.console.network;

import java.math.BigDecimal;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.networking.AlarmDetails;
import net.dotmac.networking.DeviceStatus;
import net.dotmac.networking.InterfaceDetails;

/** States of the network in words. */
final class NetworkWords {

    private static final long KILO = 1000;

    private NetworkWords() {}

    static Badge status(DeviceStatus status) {
        Badge.Tone tone =
                switch (status) {
                    case UP -> Badge.Tone.GOOD;
                    case DOWN -> Badge.Tone.BAD;
                    case UNKNOWN -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Words.of("network.status." + status.wire()), tone);
    }

    static Badge link(InterfaceDetails link) {
        boolean up = link.operStatus().equals("up");
        boolean wanted = link.adminStatus().equals("up");
        Badge.Tone tone = up ? Badge.Tone.GOOD : wanted ? Badge.Tone.BAD : Badge.Tone.NEUTRAL;
        return new Badge(Words.of(up ? "network.link.up" : wanted ? "network.link.down" : "network.link.off"), tone);
    }

    static Badge severity(AlarmDetails alarm) {
        if (alarm.state().equals("cleared")) {
            return new Badge(Words.of("network.alarm.cleared"), Badge.Tone.NEUTRAL);
        }
        Badge.Tone tone =
                switch (alarm.perceivedSeverity()) {
                    case "critical", "major" -> Badge.Tone.BAD;
                    case "minor", "warning" -> Badge.Tone.WARN;
                    default -> Badge.Tone.INFO;
                };
        return new Badge(Words.of("network.severity." + alarm.perceivedSeverity()), tone);
    }

    /** 1234567 as "1.23 Mbit/s"; a dash where nothing is known. */
    static String rate(Long bitsPerSecond) {
        if (bitsPerSecond == null) {
            return "–";
        }
        String[] units = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};
        BigDecimal value = BigDecimal.valueOf(bitsPerSecond);
        int unit = 0;
        while (value.compareTo(BigDecimal.valueOf(KILO)) >= 0 && unit < units.length - 1) {
            value = value.movePointLeft(3);
            unit++;
        }
        return Formats.number(value, unit == 0 ? 0 : 2) + "\u00a0" + units[unit];
    }
}
