package net.dotmac.rest.tmf;

import net.dotmac.kernel.DomainException;

/** Clients state {@code isBundle: false} out of habit; only true would ask for something. */
public final class Bundles {

    private Bundles() {}

    /** @throws DomainException {@code invalid-value} if a bundle is asked for */
    public static void refuse(Boolean isBundle) {
        if (Boolean.TRUE.equals(isBundle)) {
            throw DomainException.invalid("isBundle", "Bundles are not supported; sell each offering by itself.");
        }
    }
}
