package net.dotmac.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks one path again and again over a few kept connections, one request at a time on each, and prints how many were answered
 * with 2xx, how many otherwise. Plain sockets: a larger client would take CPU from the server it measures.
 *
 * <p>Arguments: port, path, connections, milliseconds. The token, or nothing, comes in {@code DOTMAC_BENCH_TOKEN}, where other
 * users don't see it.
 */
public final class HttpLoad {

    private final int port;
    private final byte[] request;
    private final LongAdder good = new LongAdder();
    private final LongAdder bad = new LongAdder();

    private HttpLoad(int port, String path, String token) {
        this.port = port;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: application/json\r\n"
                        + (token == null || token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static void main(String[] arguments) throws InterruptedException {
        HttpLoad load = new HttpLoad(
                Integer.parseInt(arguments[0]), arguments[1], System.getenv().get("DOTMAC_BENCH_TOKEN"));
        load.run(Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
        System.out.println(load.good.sum() + " " + load.bad.sum());
    }

    private void run(int connections, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        CountDownLatch done = new CountDownLatch(connections);
        for (int i = 0; i < connections; i++) {
            new Thread(() -> {
                        try {
                            ask(end);
                        } catch (IOException e) {
                            bad.increment();
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        done.await();
    }

    private void ask(long end) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < end) {
                out.write(request);
                int status = response(in);
                (status / 100 == 2 ? good : bad).increment();
            }
        }
    }

    private static int response(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).substring(9, 12));
        long length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Long.parseLong(small.substring(15).strip());
            } else if (small.startsWith("transfer-encoding:") && small.contains("chunked")) {
                chunked = true;
            }
        }
        if (!chunked) {
            in.skipNBytes(length);
            return status;
        }
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size + 2L);
        }
        line(in);
        return status;
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
