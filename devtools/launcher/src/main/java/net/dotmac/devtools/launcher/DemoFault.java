package net.dotmac.devtools.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes one of the running demo's devices down, or brings it back. */
final class DemoFault {

    private DemoFault() {}

    /** @param what {@code silent} or {@code heal} */
    static void post(Installation installation, String what, Progress progress) {
        Path file = DemoNetwork.portFile(installation);
        if (!Files.exists(file)) {
            throw new LaunchException("No demo is running here. Start it first: make run");
        }
        try {
            URI uri = URI.create("http://127.0.0.1:" + Files.readString(file).trim() + "/devices/" + DemoNetwork.FAULTY
                    + "/" + what);
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri)
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new LaunchException("The demo's devices answered: " + answer.body());
            }
            progress.say(DemoNetwork.FAULTY + (what.equals("silent") ? " is down." : " is back.")
                    + " The console's alarms show it within a minute.");
        } catch (IOException e) {
            throw new LaunchException("No demo is running here. Start it first: make run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted.", e);
        }
    }
}
