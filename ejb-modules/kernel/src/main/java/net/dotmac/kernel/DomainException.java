package net.dotmac.kernel;

import jakarta.ejb.ApplicationException;

/**
 * A call that a domain refuses. It rolls the transaction back, so nothing is half done.
 *
 * <p>The message is for the person or partner who called: what was found, what was expected, what to do.
 */
@ApplicationException(rollback = true)
public class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final String attribute;

    public DomainException(Problem problem, String message) {
        this(problem, message, null);
    }

    /** @param attribute the attribute of the request that is at fault, by its public name, or null */
    public DomainException(Problem problem, String message, String attribute) {
        super(message);
        this.problem = problem;
        this.attribute = attribute;
    }

    public static DomainException invalid(String attribute, String message) {
        return new DomainException(CommonProblem.INVALID_VALUE, message, attribute);
    }

    /** "No customer 42 exists here." The same for an id of another tenant: what isn't ours isn't there. */
    public static DomainException notFound(String what, Object id) {
        return new DomainException(CommonProblem.NOT_FOUND, "No " + what + " with the id " + id + " exists here.");
    }

    public Problem problem() {
        return problem;
    }

    /** The attribute at fault by its public name, or null. */
    public String attribute() {
        return attribute;
    }
}
