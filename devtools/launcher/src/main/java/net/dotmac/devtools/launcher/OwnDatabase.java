package net.dotmac.devtools.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * A database that an operator runs himself, reached with the owner's credentials.
 *
 * @param url a JDBC address, jdbc:postgresql://host:port/database
 */
record OwnDatabase(String url, String user, String password) {

    /** From {@code DOTMAC_DB_URL}, {@code DOTMAC_DB_OWNER_USER} and {@code DOTMAC_DB_OWNER_PASSWORD}. */
    static OwnDatabase fromEnvironment(Map<String, String> environment) {
        return new OwnDatabase(
                needed(environment, "DOTMAC_DB_URL", "jdbc:postgresql://127.0.0.1:5432/dotmac"),
                environment.getOrDefault("DOTMAC_DB_OWNER_USER", "dotmac_owner"),
                needed(environment, "DOTMAC_DB_OWNER_PASSWORD", "the password of dotmac_owner"));
    }

    static String needed(Map<String, String> environment, String name, String example) {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new LaunchException(name + " is not set. Set it to " + example + ".");
        }
        return value;
    }

    void migrate(Progress progress) {
        int count = Migrations.run(url, user, password);
        progress.say(count == 0 ? "The schema is up to date." : count + " migrations were run.");
    }

    Connection connect() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw new LaunchException("No connection to " + url + " as " + user + ": " + e.getMessage(), e);
        }
    }
}
