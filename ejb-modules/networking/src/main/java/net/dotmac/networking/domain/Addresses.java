package net.dotmac.networking.domain;

import java.net.Inet6Address;
import java.net.InetAddress;

/** One spelling for each IP address: that of PostgreSQL's inet, which for IPv6 is the one of RFC 5952. */
public final class Addresses {

    private Addresses() {}

    public static String canonical(InetAddress address) {
        return address instanceof Inet6Address ? v6(address.getAddress()) : address.getHostAddress();
    }

    /** The longest run of two or more zero groups becomes "::", the first of equally long ones (RFC 5952 §4.2). */
    private static String v6(byte[] bytes) {
        int bestStart = -1;
        int bestLength = 1;
        for (int start = 0; start < 8; start++) {
            int length = 0;
            while (start + length < 8 && group(bytes, start + length) == 0) {
                length++;
            }
            if (length > bestLength) {
                bestStart = start;
                bestLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                text.append("::");
                i += bestLength - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(group(bytes, i)));
        }
        return text.toString();
    }

    private static int group(byte[] bytes, int index) {
        return (bytes[2 * index] & 0xFF) << 8 | (bytes[2 * index + 1] & 0xFF);
    }
}
