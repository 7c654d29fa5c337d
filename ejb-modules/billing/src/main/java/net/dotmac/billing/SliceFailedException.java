package net.dotmac.billing;

import jakarta.ejb.ApplicationException;

/** A slice of a run failed as a whole and was rolled back; whoever works on the run notes the failure and goes on. */
@ApplicationException(rollback = true)
public class SliceFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int slice;

    public SliceFailedException(int slice, RuntimeException cause) {
        super("Slice " + slice + " failed: " + cause.getMessage(), cause);
        this.slice = slice;
    }

    public int slice() {
        return slice;
    }
}
