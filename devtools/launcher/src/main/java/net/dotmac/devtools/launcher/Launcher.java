package net.dotmac.devtools.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line behind {@code make run} and {@code make stop}. */
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
                case "stop" -> stop(installation, progress);
                case "demo-fault" -> DemoFault.post(installation, "silent", progress);
                case "demo-heal" -> DemoFault.post(installation, "heal", progress);
                default ->
                    throw new LaunchException(
                            "Unknown command " + command + ". There are: run, stop, demo-fault, demo-heal.");
            }
        } catch (LaunchException e) {
            progress.say("\n" + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Installation installation, Progress progress) {
        writePid(installation);
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

    private static void writePid(Installation installation) {
        try {
            Files.createDirectories(installation.var());
            Files.writeString(
                    pidFile(installation),
                    String.valueOf(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new LaunchException("Nothing can be written to " + installation.var() + ": " + e.getMessage(), e);
        }
    }

    private static void stop(Installation installation, Progress progress) {
        try {
            Path file = pidFile(installation);
            if (!Files.exists(file)) {
                progress.say("Nothing is running here.");
                return;
            }
            long pid = Long.parseLong(Files.readString(file).trim());
            var process = ProcessHandle.of(pid)
                    .filter(handle -> handle.info().commandLine().orElse("").contains("launcher"));
            process.ifPresent(ProcessHandle::destroy);
            process.ifPresent(
                    handle -> handle.onExit().orTimeout(90, TimeUnit.SECONDS).join());
            Files.delete(file);
            progress.say(process.isPresent() ? "Stopped." : "Nothing is running here.");
        } catch (IOException e) {
            throw new LaunchException("The running system could not be found: " + e.getMessage(), e);
        }
    }

    private static Path pidFile(Installation installation) {
        return installation.var().resolve("launcher.pid");
    }
}
