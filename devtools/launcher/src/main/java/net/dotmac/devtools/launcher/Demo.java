package net.dotmac.devtools.launcher;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoGenerator;
import net.dotmac.devtools.demo.DemoPlan;
import net.dotmac.devtools.demo.DemoTenant;

/** The demo ISP of {@code make run}: made at the first run, found again at the next. */
final class Demo {

    private static final int USUAL_CUSTOMERS = 2_000;

    private final RunningSystem system;
    private final Progress progress;
    private final DemoCredentials credentials;

    Demo(RunningSystem system, Progress progress) {
        this.system = system;
        this.progress = progress;
        this.credentials = new DemoCredentials(file());
    }

    private Path file() {
        return system.installation().var().resolve("demo/credentials.json");
    }

    /** Writes the demo's data unless this database has it. */
    void seed() {
        try (Connection superuser = system.database().connect(system.databaseName(), "postgres")) {
            if (DemoGenerator.isThere(superuser)) {
                return;
            }
            int customers = customers();
            progress.step("Making a demo ISP of " + customers + " customers");
            new DemoGenerator(DemoPlan.on(LocalDate.now(), customers)).write(superuser);
            credentials.make(superuser, system.installation().ports().http());
        } catch (SQLException | IOException e) {
            system.close();
            throw new LaunchException("The demo could not be made: " + e.getMessage(), e);
        }
    }

    private static int customers() {
        String text = System.getenv().getOrDefault("DOTMAC_DEMO_CUSTOMERS", String.valueOf(USUAL_CUSTOMERS));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new LaunchException("DOTMAC_DEMO_CUSTOMERS is " + text + ", expected 20 to 1000000.", e);
        }
    }

    /** Says where the console is and how to sign in. */
    void tell() {
        try {
            JsonObject known = credentials.read(system.installation().ports().http());
            progress.say("\nConsole   " + system.http("/console"));
            for (DemoTenant tenant : DemoTenant.ALL) {
                progress.say("Sign in   provider " + tenant.slug() + ", user admin, password "
                        + DemoCredentials.password(known, tenant, "admin"));
            }
            progress.say("All users and API clients: " + file());
        } catch (IOException e) {
            throw new LaunchException("The demo's passwords could not be read: " + e.getMessage(), e);
        }
    }
}
