package net.dotmac.kernel;

import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Guards every call of every service: demands a {@link CallContext} and the permission of {@link Requires}, and binds the
 * tenant to the transaction before any SQL runs, Hibernate's or ours.
 *
 * <p>It runs inside the container's transaction. All SQL of a JTA transaction shares one physical connection per
 * datasource, so one {@code set_config(..., true)} per transaction is enough, and PostgreSQL forgets it at commit. Row-level
 * security then fails any statement of a transaction that was not bound, instead of showing it an empty table.
 */
public class CallInterceptor {

    private static final String BOUND_TENANT = "net.dotmac.boundTenant";

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    public Object guard(InvocationContext invocation) throws Exception {
        Requires requires = invocation.getMethod().getAnnotation(Requires.class);
        if (requires == null) {
            throw new IllegalStateException(
                    invocation.getMethod() + " names no permission; annotate it with @Requires");
        }
        CallContext context = CallContext.current();
        if (!requires.value().equals(Requires.NOTHING)) {
            context.require(requires.value());
        }
        if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
            bindTenant(context.tenantId());
        }
        return invocation.proceed();
    }

    private void bindTenant(UUID tenantId) throws SQLException {
        Object bound = transaction.getResource(BOUND_TENANT);
        if (tenantId.equals(bound)) {
            return;
        }
        if (bound != null) {
            throw new IllegalStateException("one transaction serves one tenant, and this one is bound to another");
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
            statement.setString(1, tenantId.toString());
            statement.execute();
        }
        transaction.putResource(BOUND_TENANT, tenantId);
    }
}
