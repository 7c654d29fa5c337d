package net.dotmac.payments;

/** The gateway refused, or did not answer. */
public class GatewayException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isFinal;

    private GatewayException(String message, boolean isFinal, Throwable cause) {
        super(message, cause);
        this.isFinal = isFinal;
    }

    /** It understood and refused: asking again would fare no better. */
    public static GatewayException refused(String message) {
        return new GatewayException(message, true, null);
    }

    /** It did not answer, or not in a way that tells what came of it: to be asked again under the same key. */
    public static GatewayException unknown(String message, Throwable cause) {
        return new GatewayException(message, false, cause);
    }

    public boolean isFinal() {
        return isFinal;
    }
}
