package net.dotmac.kernel;

/**
 * A named place where a test may kill the server, to show that nothing is lost or doubled there.
 *
 * <p>Does nothing unless the system property {@code dotmac.failpoint} or the environment variable {@code DOTMAC_FAILPOINT}
 * names the place. Then the JVM halts at once: no shutdown hook runs, no transaction ends, as with {@code kill -9}. With
 * {@code name:3} it halts at the third hit.
 */
public final class Failpoint {

    private static final String NAMED = named();
    private static int hits;

    private Failpoint() {}

    /** @param name lower-case words with dots, e.g. {@code billing.slice.staged} */
    public static void hit(String name) {
        if (!NAMED.isEmpty() && NAMED.split(":", 2)[0].equals(name) && isTheHit()) {
            System.err.println("Failpoint " + name + " hit: halting.");
            System.err.flush();
            Runtime.getRuntime().halt(137);
        }
    }

    private static synchronized boolean isTheHit() {
        hits++;
        String[] parts = NAMED.split(":", 2);
        return parts.length == 1 || Integer.toString(hits).equals(parts[1]);
    }

    private static String named() {
        String name = System.getProperty("dotmac.failpoint", System.getenv("DOTMAC_FAILPOINT"));
        return name == null ? "" : name;
    }
}
