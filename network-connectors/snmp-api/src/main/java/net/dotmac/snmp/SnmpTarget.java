package net.dotmac.snmp;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One device and how to speak with it.
 *
 * @param host a numeric IPv4 or IPv6 address: names are refused, since looking one up would block and could be steered
 * @param port UDP port, 1 to 65535
 * @param version V1 and V2C need a community, V3 a user
 * @param credentials see {@link SnmpCredentials}
 * @param timeoutMillis how long to wait for each try, 10 to 60,000 ms
 * @param retries tries after the first, 0 to 10
 * @param maxRepetitions rows asked for by one bulk request, 1 to 200
 * @param maxSize the largest answer that is accepted, 484 (RFC 3411 §3.1.1) to 65,507 bytes
 */
public record SnmpTarget(
        String host,
        int port,
        SnmpVersion version,
        SnmpCredentials credentials,
        int timeoutMillis,
        int retries,
        int maxRepetitions,
        int maxSize)
        implements Serializable {

    public static final int DEFAULT_PORT = 161;
    public static final int MAX_DATAGRAM = 65_507;

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}(%[0-9A-Za-z]{1,15})?");

    public SnmpTarget {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(credentials, "credentials");
        requireNumeric(host);
        requireRange("port", port, 1, 65_535);
        requireRange("timeoutMillis", timeoutMillis, 10, 60_000);
        requireRange("retries", retries, 0, 10);
        requireRange("maxRepetitions", maxRepetitions, 1, 200);
        requireRange("maxSize", maxSize, 484, MAX_DATAGRAM);
        boolean isUser = credentials instanceof SnmpCredentials.User;
        if (isUser != (version == SnmpVersion.V3)) {
            throw new IllegalArgumentException(version + " does not take " + credentials);
        }
    }

    /** Two seconds, one retry, 25 rows a request. */
    public static SnmpTarget of(String host, int port, SnmpVersion version, SnmpCredentials credentials) {
        return new SnmpTarget(host, port, version, credentials, 2_000, 1, 25, MAX_DATAGRAM);
    }

    public SnmpTarget withTimeout(int millis, int tries) {
        return new SnmpTarget(host, port, version, credentials, millis, tries, maxRepetitions, maxSize);
    }

    /** The host as an address; nothing is looked up. */
    public InetAddress address() {
        return requireNumeric(host);
    }

    /** Says whether a text is a numeric address that {@link #host()} may be. */
    public static boolean isNumericAddress(String text) {
        try {
            requireNumeric(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static InetAddress requireNumeric(String host) {
        if (host == null || !(IPV4.matcher(host).matches() || IPV6.matcher(host).matches())) {
            throw new IllegalArgumentException("a target needs a numeric IP address, found " + host);
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("a target needs a numeric IP address, found " + host, e);
        }
    }

    private static void requireRange(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " must be " + min + " to " + max + ", found " + value);
        }
    }
}
