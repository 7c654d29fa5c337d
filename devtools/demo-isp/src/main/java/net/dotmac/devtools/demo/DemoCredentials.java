package net.dotmac.devtools.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.identity.PasswordHash;
import net.dotmac.identity.RandomSecret;
import net.dotmac.kernel.Ids;

/**
 * Users and API clients of the demo: passwords and secrets are random, made once, and kept in a file that only its owner can
 * read; the database has their hashes.
 */
public final class DemoCredentials {

    private static final int PASSWORD_LENGTH = 16;

    private static final List<List<String>> USERS = List.of(
            List.of("admin", "Alex Admin", "administrator"),
            List.of("finance", "Fiona Finance", "finance"),
            List.of("support", "Sam Support", "support"),
            List.of("noc", "Nora Network", "noc"));

    private final Path file;

    public DemoCredentials(Path file) {
        this.file = file;
    }

    /** Makes users and clients of both tenants in the database and writes the file. */
    public void make(Connection superuser, int httpPort) throws SQLException, IOException {
        JsonArrayBuilder tenants = Json.createArrayBuilder();
        for (DemoTenant tenant : DemoTenant.ALL) {
            JsonArrayBuilder users = Json.createArrayBuilder();
            for (List<String> user : USERS) {
                users.add(user(superuser, tenant, user));
            }
            tenants.add(Json.createObjectBuilder()
                    .add("tenant", tenant.slug())
                    .add("users", users)
                    .add("clients", Json.createArrayBuilder().add(client(superuser, tenant))));
        }
        write(Json.createObjectBuilder()
                .add("httpPort", httpPort)
                .add("tenants", tenants)
                .build());
    }

    private static JsonObjectBuilder user(Connection connection, DemoTenant tenant, List<String> user)
            throws SQLException {
        String password = RandomSecret.next().substring(0, PASSWORD_LENGTH);
        UUID id = Ids.next();
        try (PreparedStatement insert = connection.prepareStatement("insert into identity.app_user "
                        + "(tenant_id, id, username, full_name, email, password_hash) values (?, ?, ?, ?, ?, ?)");
                PreparedStatement role = connection.prepareStatement(
                        "insert into identity.user_role (tenant_id, user_id, role_name) values (?, ?, ?)")) {
            insert.setObject(1, tenant.id());
            insert.setObject(2, id);
            insert.setString(3, user.get(0));
            insert.setString(4, user.get(1));
            insert.setString(5, user.get(0) + "@" + tenant.slug() + ".example");
            insert.setString(6, PasswordHash.of(password));
            insert.executeUpdate();
            role.setObject(1, tenant.id());
            role.setObject(2, id);
            role.setString(3, user.get(2));
            role.executeUpdate();
        }
        return Json.createObjectBuilder()
                .add("username", user.get(0))
                .add("password", password)
                .add("roles", Json.createArrayBuilder().add(user.get(2)));
    }

    /** One client for partners' programs, with all an administrator may do. */
    private static JsonObjectBuilder client(Connection connection, DemoTenant tenant) throws SQLException {
        String clientId = tenant.slug() + ".demo";
        String secret = RandomSecret.next();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into identity.api_client "
                        + "(tenant_id, id, client_id, name, secret_hash, permissions) "
                        + "select ?, ?, ?, ?, ?, permissions from identity.role where tenant_id = ? and name = 'administrator'")) {
            insert.setObject(1, tenant.id());
            insert.setObject(2, Ids.next());
            insert.setString(3, clientId);
            insert.setString(4, "Demo client");
            insert.setString(5, RandomSecret.hash(secret));
            insert.setObject(6, tenant.id());
            insert.executeUpdate();
        }
        return Json.createObjectBuilder()
                .add("clientId", clientId)
                .add("clientSecret", secret)
                .add("scope", scope(connection, tenant));
    }

    private static String scope(Connection connection, DemoTenant tenant) throws SQLException {
        String sql = "select array_to_string(permissions, ' ') from identity.role " + "where tenant_id = '"
                + tenant.id() + "' and name = 'administrator'";
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void write(JsonObject content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        JsonWriterFactory pretty = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonWriter writer = pretty.createWriter(out)) {
            writer.writeObject(content);
        }
    }

    /** What the file says, with the port that is in use now. */
    public JsonObject read(int httpPort) throws IOException {
        JsonObject content;
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                JsonReader reader = Json.createReader(in)) {
            content = reader.readObject();
        }
        if (content.getInt("httpPort") != httpPort) {
            content =
                    Json.createObjectBuilder(content).add("httpPort", httpPort).build();
            write(content);
        }
        return content;
    }

    /** Secret of the tenant's demo client. */
    public static String clientSecret(JsonObject credentials, DemoTenant tenant) {
        return tenantPart(credentials, tenant)
                .getJsonArray("clients")
                .getJsonObject(0)
                .getString("clientSecret");
    }

    /** Password of one of the tenant's users. */
    public static String password(JsonObject credentials, DemoTenant tenant, String username) {
        return tenantPart(credentials, tenant).getJsonArray("users").getValuesAs(JsonObject.class).stream()
                .filter(user -> user.getString("username").equals(username))
                .findFirst()
                .orElseThrow()
                .getString("password");
    }

    private static JsonObject tenantPart(JsonObject credentials, DemoTenant tenant) {
        return credentials.getJsonArray("tenants").getJsonObject(tenant.index());
    }
}
