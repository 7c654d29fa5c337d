package net.dotmac.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import net.dotmac.kernel.health.Vitals;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Refuses to start on a schema this release does not know: one that lacks a migration, has one more, or has one that was
 * changed afterwards. It only reads; migrating needs the owner's credentials, which the server does not have.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaCheck {

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    private boolean known;
    private String version = "none";

    /** For the container, which sets the data source. */
    public SchemaCheck() {}

    SchemaCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether the check has passed; false until it did. */
    public boolean isKnown() {
        return known;
    }

    @PostConstruct
    void check() {
        List<String> differences = new ArrayList<>();
        for (MigrationInfo migration : flyway().info().all()) {
            if (migration.getState() != MigrationState.SUCCESS && migration.getState() != MigrationState.BASELINE) {
                differences.add(migration.getVersion() + " " + migration.getDescription() + " is "
                        + migration.getState().getDisplayName().toLowerCase(Locale.ROOT));
            } else if (!migration.isChecksumMatching()) {
                differences.add(migration.getVersion() + " was changed after it was applied");
            }
        }
        if (!differences.isEmpty()) {
            throw new IllegalStateException(
                    "The database schema is not the one of this release: " + String.join("; ", differences)
                            + ". Run the migrations with the owner's credentials, then start again.");
        }
        MigrationInfo current = flyway().info().current();
        version = current == null ? version : current.getVersion().getVersion();
        known = true;
        Vitals.tell("migrations", () -> new Vitals.Vital(known, Map.of("version", version)));
    }

    private Flyway flyway() {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .defaultSchema("flyway")
                .createSchemas(false)
                .load();
    }
}
