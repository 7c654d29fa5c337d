package net.dotmac.devtools.launcher;

/** Something a person has to mend before the system can run; the message is one clear line for him. */
public class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaunchException(String message) {
        super(message);
    }

    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
