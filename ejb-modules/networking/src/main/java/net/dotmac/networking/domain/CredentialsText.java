package net.dotmac.networking.domain;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.networking.NetworkingProblem;
import net.dotmac.snmp.AuthProtocol;
import net.dotmac.snmp.PrivProtocol;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpVersion;

/** SNMP credentials as the text that is sealed. */
public final class CredentialsText {

    private CredentialsText() {}

    /** What {@link net.dotmac.kernel.Secrets} is told that they are for: sealed for one tenant, they open for no other. */
    public static String purpose(UUID tenantId) {
        return "networking.device.credentials:" + tenantId;
    }

    public static String write(SnmpCredentials credentials) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (credentials instanceof SnmpCredentials.Community community) {
            json.add("community", community.name());
        } else if (credentials instanceof SnmpCredentials.User user) {
            json.add("user", user.name())
                    .add("auth", user.auth().name())
                    .add("priv", user.priv().name());
            json.add("context", user.contextName());
            if (user.authPassphrase() != null) {
                json.add("authPassphrase", user.authPassphrase());
            }
            if (user.privPassphrase() != null) {
                json.add("privPassphrase", user.privPassphrase());
            }
        }
        return json.build().toString();
    }

    public static SnmpCredentials read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            if (json.containsKey("community")) {
                return new SnmpCredentials.Community(json.getString("community"));
            }
            return new SnmpCredentials.User(
                    json.getString("user"),
                    AuthProtocol.valueOf(json.getString("auth")),
                    json.getString("authPassphrase", null),
                    PrivProtocol.valueOf(json.getString("priv")),
                    json.getString("privPassphrase", null),
                    json.getString("context", ""));
        }
    }

    /** @throws DomainException {@code device-credentials-missing} unless the version can use them */
    public static void requireFit(SnmpVersion version, SnmpCredentials credentials) {
        boolean isUser = credentials instanceof SnmpCredentials.User;
        if (credentials == null || isUser != (version == SnmpVersion.V3)) {
            throw new DomainException(
                    NetworkingProblem.CREDENTIALS_MISSING,
                    "SNMP " + version + " needs " + (version == SnmpVersion.V3 ? "a user" : "a community") + ".",
                    "credentials");
        }
    }
}
