package net.dotmac.devtools.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import net.dotmac.identity.PasswordHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's own database, from empty to an ISP whose administrator can sign in. */
class NewTenantTest {

    private static final Map<String, String> WANTED = Map.of(
            "TENANT", "alpennetz",
            "NAME", "Alpennetz GmbH",
            "COUNTRY", "AT",
            "CURRENCY", "EUR",
            "ZONE", "Europe/Vienna",
            "TAX", "20");

    @TempDir
    Path directory;

    @Test
    void theOwnerMigratesAndMakesATenantOnce() throws SQLException {
        SecretsFile secrets = new SecretsFile(directory.resolve("secrets.properties"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(
                directory.resolve("postgres"), Ports.free().database(), secrets)) {
            database.prepare("dotmac");
            String password = secrets.password("dotmac_owner");
            assertEquals(
                    0, Migrations.run(database.url("dotmac"), "dotmac_owner", password), "a second time does nothing");
            OwnDatabase own = OwnDatabase.fromEnvironment(
                    Map.of("DOTMAC_DB_URL", database.url("dotmac"), "DOTMAC_DB_OWNER_PASSWORD", password));
            NewTenant tenant = NewTenant.fromEnvironment(WANTED);
            String secret;
            try (Connection owner = own.connect()) {
                secret = tenant.make(owner);
            }
            try (Connection superuser = database.connect("dotmac", "postgres")) {
                assertEquals("Alpennetz GmbH", text(superuser, "select legal_name from platform.tenant"));
                assertEquals(
                        "20",
                        text(superuser, "select trunc(percent) from billing.tax_rate where category = 'standard'"));
                assertEquals("administrator", text(superuser, "select role_name from identity.user_role"));
                assertTrue(
                        PasswordHash.matches(secret, text(superuser, "select password_hash from identity.app_user")));
            }
            try (Connection owner = own.connect()) {
                assertThrows(LaunchException.class, () -> tenant.make(owner), "the name is taken");
            }
        }
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "TENANT", "A B", "COUNTRY", "XX", "CURRENCY", "Euro", "ZONE", "Vienna", "TAX", "101")
                .entrySet()) {
            Map<String, String> environment = new HashMap<>(WANTED);
            environment.put(wrong.getKey(), wrong.getValue());
            String message = assertThrows(LaunchException.class, () -> NewTenant.fromEnvironment(environment))
                    .getMessage();
            assertTrue(message.startsWith(wrong.getKey() + " is " + wrong.getValue()), message);
            environment.remove(wrong.getKey());
            assertThrows(LaunchException.class, () -> NewTenant.fromEnvironment(environment));
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
