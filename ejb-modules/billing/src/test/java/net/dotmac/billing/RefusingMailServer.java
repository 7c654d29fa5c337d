package net.dotmac.billing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Speaks just enough SMTP to refuse at one command by a given reply; everything else it takes. */
final class RefusingMailServer implements AutoCloseable {

    private static final int BACKLOG = 5;

    private final ServerSocket socket;
    private final String refusedCommand;
    private final String reply;

    private RefusingMailServer(ServerSocket socket, String refusedCommand, String reply) {
        this.socket = socket;
        this.refusedCommand = refusedCommand;
        this.reply = reply;
    }

    /** @param refusedCommand MAIL, RCPT, DATA, or a dot for the end of the mail */
    static RefusingMailServer start(String refusedCommand, String reply) {
        try {
            RefusingMailServer server = new RefusingMailServer(
                    new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), refusedCommand, reply);
            Thread thread = new Thread(server::serve, "refusing-mail-server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept()) {
                talk(line);
            } catch (IOException e) {
                // The client hung up, or the test is over.
                continue;
            }
        }
    }

    private void talk(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
        say(line, "220 here");
        boolean isData = false;
        for (String said = in.readLine(); said != null; said = in.readLine()) {
            if (isData && !said.equals(".")) {
                continue;
            }
            String command = isData ? "." : said.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            boolean isRefused = command.equals(refusedCommand);
            isData = command.equals("DATA") && !isRefused;
            say(line, isRefused ? reply : isData ? "354 go on" : command.equals("QUIT") ? "221 bye" : "250 fine");
        }
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
