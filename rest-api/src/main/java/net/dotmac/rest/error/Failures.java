package net.dotmac.rest.error;

import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.resource.ResourceException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;

/**
 * Says what a throwable means to the caller. The container wraps what a service throws (EJBException,
 * RollbackException, PersistenceException…), so the whole chain of causes is looked at, outermost first.
 */
public final class Failures {

    private static final int MAX_CAUSES = 20;

    /**
     * SQL states (PostgreSQL manual, appendix A): lock not available, query cancelled, too many connections, shutdowns.
     */
    private static final Set<String> AWAY = Set.of("55P03", "57014", "53300", "57P01", "57P02", "57P03", "53400");

    private static final Set<String> COLLISION = Set.of("40001", "40P01", "23505", "23P01");

    /** PostgreSQL keeps every character but the one of code 0. */
    private static final String NO_SUCH_CHARACTER = "22021";

    private static final Map<Integer, String> PLAIN = Map.of(
            400, "This request can't be read.",
            401, "This needs a valid access token in the Authorization header; get one at /oauth2/token.",
            403, "This caller may not do that.",
            404, "There is nothing at this address.",
            405, "This address doesn't know that method; see the Allow header.",
            406, "Answers are application/json only.",
            412, "It was changed meanwhile: read it again and repeat with its new ETag.",
            413, "A body has at most 1 MB.",
            415, "This content type isn't read here; send application/json.");

    private Failures() {}

    /** What the caller may know, or null if the failure is ours and he may know nothing. */
    public static Failure of(Throwable thrown) {
        for (Throwable cause : chain(thrown)) {
            Failure failure = ofOne(cause);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** Nobody we can believe is calling; not a word on what is wrong with the token. */
    public static Failure unauthenticated() {
        return Failure.of(401, CommonProblem.UNAUTHENTICATED.slug(), PLAIN.get(401));
    }

    /** For a failure that is ours: the caller gets a number to quote, and nothing else. */
    public static Failure unexpected(String reference) {
        return new Failure(
                500,
                "unexpected",
                "Something failed here that you can't mend. Quote the reference " + reference + " to support.",
                null,
                reference);
    }

    private static Failure ofOne(Throwable cause) {
        if (cause instanceof DomainException refused) {
            return ofDomain(refused);
        } else if (cause instanceof WebApplicationException http) {
            return ofHttp(http);
        } else if (cause instanceof EJBAccessException) {
            return Failure.of(403, CommonProblem.MISSING_PERMISSION.slug(), PLAIN.get(403));
        } else if (cause instanceof OptimisticLockException || cause instanceof PessimisticLockException) {
            return Failure.of(409, CommonProblem.STALE.slug(), "It was changed meanwhile: read it again and repeat.");
        } else if (cause instanceof SQLException sql) {
            return ofSql(sql);
        } else if (cause instanceof ResourceException) {
            return away();
        }
        return null;
    }

    private static Failure ofDomain(DomainException refused) {
        if (refused.problem() == null) {
            return null;
        }
        return new Failure(
                refused.problem().category().httpStatus(),
                refused.problem().slug(),
                refused.getMessage(),
                refused.attribute(),
                null);
    }

    private static Failure ofHttp(WebApplicationException http) {
        int status = http.getResponse().getStatus();
        if (status < 400 || status == 500) {
            return null;
        }
        String message = status == 501 ? http.getMessage() : PLAIN.getOrDefault(status, "This request is refused.");
        return Failure.of(status, "http-" + status, message);
    }

    private static Failure ofSql(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (sql instanceof SQLTransientException
                || sql instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || AWAY.contains(state)) {
            return away();
        }
        if (state.equals(NO_SUCH_CHARACTER)) {
            return Failure.of(
                    400, CommonProblem.INVALID_VALUE.slug(), "A text has a character that can't be kept: U+0000.");
        }
        if (COLLISION.contains(state)) {
            return Failure.of(
                    409, CommonProblem.STALE.slug(), "Another request did the same meanwhile: read again and repeat.");
        }
        return null;
    }

    private static Failure away() {
        return Failure.of(
                503, CommonProblem.UNAVAILABLE.slug(), "A part of the system is away for a moment; repeat later.");
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && chain.size() < MAX_CAUSES; cause = cause.getCause()) {
            chain.add(cause);
            if (cause instanceof SQLException sql && sql.getNextException() != null) {
                chain.add(sql.getNextException());
            }
        }
        return chain;
    }
}
