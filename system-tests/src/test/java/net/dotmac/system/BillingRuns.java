package net.dotmac.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts billing runs over REST and awaits their end. */
public final class BillingRuns {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private BillingRuns() {}

    /** @param accountIds only these, or none for all */
    public static JsonObject run(RestClient client, String date, String mode, String... accountIds) {
        return await(client, start(client, date, mode, accountIds));
    }

    /** @return where the run can be read */
    public static String start(RestClient client, String date, String mode, String... accountIds) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("date", date).add("mode", mode);
        if (accountIds.length > 0) {
            body.add("billingAccountIds", Json.createArrayBuilder(List.of(accountIds)));
        }
        RestClient.Answer accepted = client.post("/api/v1/billing-runs", body.build());
        if (accepted.status() != 202) {
            throw new AssertionError("the run was not accepted: " + accepted);
        }
        return accepted.header("Location");
    }

    public static JsonObject await(RestClient client, String location) {
        Instant limit = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(limit)) {
            JsonObject run = client.get(location).object();
            if (!run.getString("state").equals("running")) {
                return run;
            }
            pause();
        }
        throw new AssertionError("the run did not end within " + LIMIT);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
