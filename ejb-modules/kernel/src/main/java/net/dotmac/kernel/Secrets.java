package net.dotmac.kernel;

/**
 * Keeps secrets that must be read again, such as a device's community: sealed with the tenant's key, so that neither the
 * database nor its backups hold them in clear.
 */
public interface Secrets {

    /**
     * Encrypts a text for the tenant of the current call.
     *
     * @param purpose what it is for, e.g. {@code networking.device.credentials}; opening must name the same
     */
    String seal(String plaintext, String purpose);

    /**
     * The text that was sealed.
     *
     * @throws DomainException if it was sealed for another tenant or purpose, or was changed
     */
    String open(String sealed, String purpose);
}
