package net.dotmac.devtools.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Lets another process break and heal devices: {@code POST /devices/<name>/silent}, {@code /reboot}, {@code /renumber},
 * {@code /down/<ifIndex>}, {@code /heal}; {@code GET /devices} lists names, ports and whether they answer. It listens on
 * loopback only, speaks text lines, and is for demos and tests.
 */
public final class SimulatorControl implements AutoCloseable {

    private final HttpServer server;
    private final DeviceSimulator simulator;

    private SimulatorControl(HttpServer server, DeviceSimulator simulator) {
        this.server = server;
        this.simulator = simulator;
    }

    /** @param port TCP port on 127.0.0.1; 0 takes a free one */
    public static SimulatorControl start(DeviceSimulator simulator, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        SimulatorControl control = new SimulatorControl(server, simulator);
        server.createContext("/devices", control::handle);
        server.start();
        return control;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getRawPath().split("/");
            if (path.length == 2 && exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 200, list());
            } else if (path.length >= 4 && exchange.getRequestMethod().equals("POST")) {
                act(exchange, URLDecoder.decode(path[2], StandardCharsets.UTF_8), path);
            } else {
                answer(
                        exchange,
                        404,
                        "GET /devices, or POST /devices/<name>/silent|reboot|renumber|down/<ifIndex>|heal\n");
            }
        }
    }

    private void act(HttpExchange exchange, String device, String[] path) throws IOException {
        try {
            switch (path[3]) {
                case "silent" -> simulator.fault(device, new DeviceFault.Silent());
                case "reboot" -> simulator.fault(device, new DeviceFault.Reboot(false));
                case "renumber" -> simulator.fault(device, new DeviceFault.Reboot(true));
                case "down" -> simulator.fault(device, new DeviceFault.InterfaceDown(ifIndex(path)));
                case "heal" -> simulator.heal(device);
                default -> throw new IllegalArgumentException("no fault is called " + path[3]);
            }
            answer(exchange, 200, "done\n");
        } catch (IllegalArgumentException e) {
            answer(exchange, 404, e.getMessage() + "\n");
        }
    }

    private static int ifIndex(String[] path) {
        if (path.length < 5) {
            throw new IllegalArgumentException("which interface? POST /devices/<name>/down/<ifIndex>");
        }
        return Integer.parseInt(path[4]);
    }

    private String list() {
        return simulator.devices().stream()
                .map(name -> name + " " + simulator.port(name) + " "
                        + (simulator.isAnswering(name) ? "answering" : "silent") + "\n")
                .collect(Collectors.joining());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
