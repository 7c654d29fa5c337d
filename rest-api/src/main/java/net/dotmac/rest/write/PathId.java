package net.dotmac.rest.write;

import java.util.UUID;
import java.util.regex.Pattern;
import net.dotmac.kernel.DomainException;

/** Ids in paths and bodies. */
public final class PathId {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PathId() {}

    /** @throws DomainException {@code not-found} for what can't be an id, as for an id that nothing has */
    public static UUID of(String what, String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw DomainException.notFound(what, text.length() <= 60 ? text : text.substring(0, 60) + "…");
        }
        return UUID.fromString(text);
    }

    /** @throws DomainException {@code invalid-value}, naming the attribute of the body */
    public static UUID inBody(String attribute, String text) {
        if (text == null || !UUID_TEXT.matcher(text).matches()) {
            throw DomainException.invalid(attribute, "The attribute " + attribute + " has to be an id (UUID).");
        }
        return UUID.fromString(text);
    }
}
