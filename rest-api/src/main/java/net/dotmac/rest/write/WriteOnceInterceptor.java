package net.dotmac.rest.write;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import net.dotmac.identity.IdempotencyService;
import net.dotmac.identity.StoredAnswer;
import net.dotmac.rest.json.Json;

/** Carries out {@link WriteOnce}; the package's documentation says why the transaction begins here. */
@WriteOnce
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class WriteOnceInterceptor {

    static final String REPLAYED = "Idempotency-Replayed";

    @Inject
    private Exchange exchange;

    @Inject
    private UserTransaction transaction;

    @Inject
    private IdempotencyService idempotency;

    @AroundInvoke
    public Object runOnce(InvocationContext invocation) throws Exception {
        transaction.begin();
        boolean isDone = false;
        try {
            Response answer = answer(invocation);
            isDone = answer.getStatus() < 400;
            return answer;
        } finally {
            if (isDone) {
                transaction.commit();
            } else if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    private Response answer(InvocationContext invocation) throws Exception {
        Optional<String> key = exchange.idempotencyKey();
        if (key.isEmpty()) {
            return (Response) invocation.proceed();
        }
        Optional<StoredAnswer> earlier = idempotency.claim(key.get(), exchange.requestHash());
        if (earlier.isPresent()) {
            return replay(earlier.get());
        }
        Response answer = (Response) invocation.proceed();
        if (answer.getStatus() < 400) {
            idempotency.keep(key.get(), stored(answer));
        }
        return answer;
    }

    private static StoredAnswer stored(Response answer) {
        return new StoredAnswer(
                answer.getStatus(),
                answer.getHeaderString(HttpHeaders.LOCATION),
                answer.getHeaderString(HttpHeaders.ETAG),
                answer.hasEntity() ? Json.bytes(answer.getEntity()) : new byte[0]);
    }

    private static Response replay(StoredAnswer earlier) {
        Response.ResponseBuilder answer = Response.status(earlier.status()).header(REPLAYED, "true");
        if (earlier.location() != null) {
            answer.header(HttpHeaders.LOCATION, earlier.location());
        }
        if (earlier.etag() != null) {
            answer.header(HttpHeaders.ETAG, earlier.etag());
        }
        if (earlier.body().length > 0) {
            answer.type(MediaType.APPLICATION_JSON).entity(earlier.body());
        }
        return answer.build();
    }
}
