package net.dotmac.devtools.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Calls the product's own API for demo and benchmarks, with a token that it fetches again before it expires. */
public final class ApiClient {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(8);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final RunningSystem system;
    private final String clientId;
    private final String secret;
    private String token;
    private Instant fetchedAt = Instant.EPOCH;

    public ApiClient(RunningSystem system, String clientId, String secret) {
        this.system = system;
        this.clientId = clientId;
        this.secret = secret;
    }

    /** @return what lies at a path of the server or a whole address */
    public JsonStructure get(String path) {
        HttpResponse<byte[]> response = send(request(path).GET().build());
        if (response.statusCode() != 200 && response.statusCode() != 206) {
            throw refused(path, response);
        }
        return json(response);
    }

    /** @return what was created or accepted */
    public JsonObject post(String path, JsonObject body) {
        HttpResponse<byte[]> response = send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
        if (response.statusCode() / 100 != 2) {
            throw refused(path, response);
        }
        return json(response).asJsonObject();
    }

    /** Sends a text file as the body. */
    void upload(String path, String type, String text) {
        HttpResponse<byte[]> response = send(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build());
        if (response.statusCode() / 100 != 2) {
            throw refused(path, response);
        }
    }

    public void put(String path, JsonObject body) {
        HttpResponse<byte[]> response = send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
        if (response.statusCode() / 100 != 2) {
            throw refused(path, response);
        }
    }

    private HttpRequest.Builder request(String path) {
        URI uri = path.startsWith("http") ? URI.create(path) : system.http(path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).header("Authorization", "Bearer " + token());
    }

    /** A token that is good for two minutes at least. */
    public synchronized String token() {
        if (Instant.now().isAfter(fetchedAt.plus(TOKEN_LIFE))) {
            String form =
                    "grant_type=client_credentials&client_id=" + encode(clientId) + "&client_secret=" + encode(secret);
            HttpResponse<byte[]> response = send(HttpRequest.newBuilder(system.http("/oauth2/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build());
            if (response.statusCode() != 200) {
                throw refused("/oauth2/token", response);
            }
            token = json(response).asJsonObject().getString("access_token");
            fetchedAt = Instant.now();
        }
        return token;
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new LaunchException("The application does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while the demo was made.", e);
        }
    }

    private static JsonStructure json(HttpResponse<byte[]> response) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
            return reader.read();
        }
    }

    private static LaunchException refused(String path, HttpResponse<byte[]> response) {
        return new LaunchException("The demo could not be made: " + path + " answered " + response.statusCode() + " "
                + new String(response.body(), StandardCharsets.UTF_8));
    }

    /** Text as it stands in a query. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
