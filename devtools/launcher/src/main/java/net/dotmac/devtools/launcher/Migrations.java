package net.dotmac.devtools.launcher;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database's schema up to date, as its owner; what it has already is left alone. */
final class Migrations {

    private Migrations() {}

    /** @throws LaunchException if the database can't be reached or a migration fails; nothing of that one stays */
    static int run(String url, String user, String password) {
        try {
            return Flyway.configure()
                    .dataSource(url, user, password)
                    .locations("classpath:db/migration")
                    .defaultSchema("flyway")
                    .createSchemas(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new LaunchException(
                    "The database at " + url + " could not be migrated as " + user + ": " + e.getMessage(), e);
        }
    }
}
