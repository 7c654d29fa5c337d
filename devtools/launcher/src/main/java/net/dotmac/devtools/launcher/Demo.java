package net.dotmac.devtools.launcher;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoGenerator;
import net.dotmac.devtools.demo.DemoPlan;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.launcher.mail.MailCatcher;

/** The demo ISP of {@code make run}: made and lived through at the first run, found again at the next. */
final class Demo implements AutoCloseable {

    private static final int USUAL_CUSTOMERS = 2_000;

    /** Nobody's mail server is in need of being spared. */
    private static final String MAILS_PER_SECOND = "500";

    private final RunningSystem system;
    private final Progress progress;
    private final DemoCredentials credentials;
    private final DemoWatch watch;
    private DemoNetwork network;
    private MailCatcher mail;

    Demo(RunningSystem system, Progress progress) {
        this.system = system;
        this.progress = progress;
        this.watch = new DemoWatch(system, progress);
        this.credentials = new DemoCredentials(file());
    }

    private Path file() {
        return system.installation().var().resolve("demo/credentials.json");
    }

    /** Stands for "the story was told to its end"; without it the next start makes the demo anew. */
    private Path lived() {
        return system.installation().var().resolve("demo/lived");
    }

    /** Writes the demo's data unless this database has it; a demo that was interrupted halfway is made anew. */
    void seed() {
        if (isThere()) {
            if (Files.exists(lived())) {
                findDevices();
                return;
            }
            progress.step("The demo was interrupted before it was complete; making it anew");
            system.database().recreate(system.databaseName());
        }
        try (Connection superuser = system.database().connect(system.databaseName(), "postgres")) {
            int customers = customers();
            progress.step("Making a demo ISP of " + customers + " customers");
            new DemoGenerator(DemoPlan.on(LocalDate.now(), customers)).write(superuser);
            credentials.make(superuser, system.installation().ports().http());
        } catch (SQLException | IOException e) {
            throw new LaunchException("The demo could not be made: " + e.getMessage(), e);
        }
    }

    /** The demo's devices listen on the port of this start; the product knows that of an earlier one. */
    private void findDevices() {
        String sql = "update networking.device set snmp_port = ? where address like '127.77.%' and snmp_port <> ?";
        int port = system.installation().ports().snmp();
        try (Connection superuser = system.database().connect(system.databaseName(), "postgres");
                PreparedStatement update = superuser.prepareStatement(sql)) {
            update.setInt(1, port);
            update.setInt(2, port);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LaunchException("The demo's devices could not be told their port: " + e.getMessage(), e);
        }
    }

    private boolean isThere() {
        try (Connection superuser = system.database().connect(system.databaseName(), "postgres")) {
            return DemoGenerator.isThere(superuser);
        } catch (SQLException e) {
            throw new LaunchException("The demo could not be looked for: " + e.getMessage(), e);
        }
    }

    /** Starts the mail server that lets nothing out; the settings that have the product use it. */
    Map<String, String> catchMail() {
        Ports ports = system.installation().ports();
        mail = MailCatcher.start(system.installation().var().resolve("demo/mail"), ports.smtp(), ports.mailPage());
        return Map.of(
                "DOTMAC_SMTP_HOST",
                InetAddress.getLoopbackAddress().getHostAddress(),
                "DOTMAC_SMTP_PORT",
                String.valueOf(ports.smtp()),
                "DOTMAC_MAIL_PER_SECOND",
                MAILS_PER_SECOND);
    }

    /** Starts the devices, and at the first run lives through the months and bills the households. */
    void live() {
        try {
            network = DemoNetwork.start(system);
            JsonObject known = credentials.read(system.installation().ports().http());
            if (Files.exists(lived())) {
                return;
            }
            network.disturb();
            DemoPlan plan = DemoPlan.on(LocalDate.now(), customers());
            List<DemoStory> stories = new ArrayList<>();
            for (DemoTenant tenant : DemoTenant.ALL) {
                ApiClient api =
                        new ApiClient(system, tenant.slug() + ".demo", DemoCredentials.clientSecret(known, tenant));
                network.register(tenant, api);
                DemoStory story = new DemoStory(api, tenant, plan, progress);
                story.live();
                progress.step(tenant.legalName() + ": billing the households of "
                        + plan.month().getMonth());
                Instant start = Instant.now();
                JsonObject run = story.billHouseholds();
                watch.tellRun(tenant, run, Duration.between(start, Instant.now()));
                stories.add(story);
            }
            watch.awaitFirstPoll();
            network.calm();
            watch.awaitMails();
            progress.step("Payments of the households, and today's orders");
            stories.forEach(DemoStory::catchUp);
            watch.awaitRecovery(DemoNetwork.FLAPPING);
            watch.tellNetwork();
            tellLedger();
            Files.writeString(lived(), Instant.now().toString());
        } catch (IOException e) {
            throw new LaunchException("The demo could not be made: " + e.getMessage(), e);
        }
    }

    /** By the ledger's own check: debits equal credits, and each control account equals the sum of its open items. */
    private void tellLedger() {
        boolean balanced = true;
        try {
            JsonObject known = credentials.read(system.installation().ports().http());
            for (DemoTenant tenant : DemoTenant.ALL) {
                ApiClient api =
                        new ApiClient(system, tenant.slug() + ".demo", DemoCredentials.clientSecret(known, tenant));
                balanced &= api.get("/api/v1/trial-balance").asJsonObject().getBoolean("balanced");
            }
        } catch (IOException e) {
            throw new LaunchException("The demo's secrets could not be read: " + e.getMessage(), e);
        }
        progress.say("  Ledger               " + (balanced ? "balanced" : "NOT BALANCED"));
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
            progress.say("Mail      " + mail.page() + " shows what the demo mails");
        } catch (IOException e) {
            throw new LaunchException("The demo's passwords could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (network != null) {
            network.close();
        }
        if (mail != null) {
            mail.close();
        }
    }
}
