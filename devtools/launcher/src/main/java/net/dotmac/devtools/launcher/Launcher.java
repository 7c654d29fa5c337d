package net.dotmac.devtools.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line behind {@code make run}, {@code make stop} and what an operator does once. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        // What libraries report of their normal work would bury what a person waits for.
        Logger.getLogger("").setLevel(Level.WARNING);
        Progress progress = new Progress(System.out);
        String command = arguments.length == 0 ? "run" : arguments[0];
        try {
            Path project = Path.of("").toAbsolutePath();
            Path var =
                    Path.of(System.getenv().getOrDefault("DOTMAC_VAR", "var")).toAbsolutePath();
            Installation installation = new Installation(project, var, Ports.fromEnvironment(System.getenv()));
            switch (command) {
                case "run" -> run(installation, progress);
                case "stop" -> progress.say(new RunLock(installation).stop() ? "Stopped." : "Nothing is running here.");
                case "migrate" -> OwnDatabase.fromEnvironment(System.getenv()).migrate(progress);
                case "tenant" -> tenant(progress);
                case "demo-fault" -> DemoFault.post(installation, "silent", progress);
                case "demo-heal" -> DemoFault.post(installation, "heal", progress);
                default ->
                    throw new LaunchException("Unknown command " + command
                            + ". There are: run, stop, migrate, tenant, demo-fault, demo-heal.");
            }
        } catch (LaunchException e) {
            progress.say("\n" + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Installation installation, Progress progress) {
        new RunLock(installation).take();
        CountDownLatch stopped = new CountDownLatch(1);
        RunningSystem system = RunningSystem.prepare(installation, progress);
        Demo demo = new Demo(system, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            progress.say("\nStopping…");
            demo.close();
            system.close();
            stopped.countDown();
        }));
        demo.seed();
        Map<String, String> features = new HashMap<>(demo.catchMail());
        features.put("DOTMAC_TEST_CLOCK_ENABLED", "true");
        system.startServer(features);
        demo.live();
        progress.step("Ready");
        demo.tell();
        progress.say("Stop with Ctrl-C or make stop.");
        try {
            while (system.server().isAlive()) {
                if (stopped.await(1, TimeUnit.SECONDS)) {
                    return;
                }
            }
            throw new LaunchException("WildFly ended by itself; see " + installation.serverLog());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tenant(Progress progress) {
        NewTenant tenant = NewTenant.fromEnvironment(System.getenv());
        try (Connection owner = OwnDatabase.fromEnvironment(System.getenv()).connect()) {
            String password = tenant.make(owner);
            progress.say("Sign in: provider " + tenant.slug() + ", user admin, password " + password
                    + " (change it; it is kept nowhere)");
        } catch (SQLException e) {
            throw new LaunchException("The tenant " + tenant.slug() + " could not be made: " + e.getMessage(), e);
        }
    }
}
