package net.dotmac.devtools.launcher;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * The loopback ports of one installation.
 *
 * @param http REST and console
 * @param management WildFly's management and health
 * @param database PostgreSQL
 * @param trap SNMP traps (UDP)
 * @param smtp where the demo's mail is caught
 * @param mailPage where the caught mail can be read
 * @param snmp the demo's devices (UDP)
 */
public record Ports(int http, int management, int database, int trap, int smtp, int mailPage, int snmp) {

    /** The ports of {@code make run}: {@code DOTMAC_HTTP_PORT} and its like, or the usual ones. */
    public static Ports fromEnvironment(Map<String, String> environment) {
        return new Ports(
                port(environment, "DOTMAC_HTTP_PORT", 8080),
                port(environment, "DOTMAC_MANAGEMENT_PORT", 9990),
                port(environment, "DOTMAC_DB_PORT", 54329),
                port(environment, "DOTMAC_TRAP_PORT", 1162),
                port(environment, "DOTMAC_SMTP_PORT", 2525),
                port(environment, "DOTMAC_MAIL_PAGE_PORT", 8025),
                port(environment, "DOTMAC_SNMP_PORT", 1161));
    }

    /** Seven ports that nobody listens on at the moment. */
    public static Ports free() {
        return new Ports(freeTcp(), freeTcp(), freeTcp(), freeUdp(), freeTcp(), freeTcp(), freeUdp());
    }

    /** @throws LaunchException naming the first port that is taken, and how to choose another */
    public void requireFree() {
        requireFreeTcp(http, "DOTMAC_HTTP_PORT");
        requireFreeTcp(management, "DOTMAC_MANAGEMENT_PORT");
        requireFreeTcp(database, "DOTMAC_DB_PORT");
        requireFreeTcp(smtp, "DOTMAC_SMTP_PORT");
        requireFreeTcp(mailPage, "DOTMAC_MAIL_PAGE_PORT");
        requireFreeUdp(trap, "DOTMAC_TRAP_PORT");
        requireFreeUdp(snmp, "DOTMAC_SNMP_PORT");
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String text = environment.getOrDefault(name, "").trim();
        if (text.isEmpty()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new LaunchException(name + " is " + text + ", expected a port from 1 to 65535.", e);
        }
        throw new LaunchException(name + " is " + text + ", expected a port from 1 to 65535.");
    }

    private static void requireFreeTcp(int port, String variable) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw taken(port, variable, e);
        }
    }

    private static void requireFreeUdp(int port, String variable) {
        try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw taken(port, variable, e);
        }
    }

    private static LaunchException taken(int port, String variable, IOException cause) {
        return new LaunchException(
                "Port " + port + " is in use. Stop what listens there (make stop, if it is DotMac), or choose another: "
                        + variable + "=<port> make run",
                cause);
    }

    private static int freeTcp() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LaunchException("No free port could be had on the loopback interface.", e);
        }
    }

    private static int freeUdp() {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LaunchException("No free UDP port could be had on the loopback interface.", e);
        }
    }
}
