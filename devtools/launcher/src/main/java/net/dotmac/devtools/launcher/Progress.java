package net.dotmac.devtools.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells a person at a terminal what is happening, with the seconds since the start. */
public final class Progress {

    private final PrintStream out;
    private final Instant start = Instant.now();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void step(String what) {
        long millis = Duration.between(start, Instant.now()).toMillis();
        out.printf(Locale.ROOT, "[%5.1f s] %s%n", millis / 1000.0, what);
    }

    public void say(String text) {
        out.println(text);
    }
}
