package net.dotmac.rest.gateway;

import java.util.regex.Pattern;
import net.dotmac.kernel.Ids;

/** Ties the traces of one cause together; a caller may bring his own, if it can't hurt a log. */
public final class CorrelationId {

    public static final String HEADER = "X-Correlation-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private CorrelationId() {}

    /**
     * The caller's id if it has 1 to 64 letters, digits, dots, underscores, colons and hyphens; otherwise a new one.
     */
    public static String of(String header) {
        return header != null && SANE.matcher(header).matches()
                ? header
                : Ids.next().toString();
    }
}
