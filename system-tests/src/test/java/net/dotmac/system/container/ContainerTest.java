package net.dotmac.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpConnectionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server, beside the application, and calls its services as the application's own parts do. */
@Tag("behavior")
@ExtendWith({RunningServer.class, ArquillianExtension.class})
@SuppressWarnings("BanJNDI") // the names are constants, and the directory is the server's own
class ContainerTest {

    private static final UUID TENANT = UUID.fromString("01930000-0000-7000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("01930000-0000-7000-8000-00000000000b");

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    @Resource
    private UserTransaction transaction;

    private CustomerService customers;

    /** The classes are the application's: the archive brings none of them but depends on its modules. */
    @Deployment
    static WebArchive tests() {
        return ShrinkWrap.create(WebArchive.class, "container-tests.war")
                .addClasses(ContainerTest.class, RunningServer.class)
                .addAsWebInfResource(
                        new StringAsset("<jboss-web><security-domain>other</security-domain></jboss-web>"),
                        "jboss-web.xml")
                .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: deployment.dotmac.ear,"
                        + "deployment.dotmac.ear.customers.jar,org.eclipse.microprofile.config.api\n"));
    }

    @BeforeEach
    void lookUp() throws NamingException {
        customers = InitialContext.doLookup("java:global/dotmac/customers/CustomerService");
    }

    @AfterEach
    void end() throws Exception {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

    /** One transaction has one connection: our own SQL sees Hibernate's row before anybody else can. */
    @Test
    void hibernateAndOurOwnSqlShareConnectionAndTenant() throws Exception {
        transaction.begin();
        CustomerDetails made = as(TENANT, () -> customers.create(customer("Shared Row")));
        as(TENANT, () -> customers.get(made.id()));
        assertEquals(TENANT.toString(), text("select current_setting('app.tenant_id')"));
        assertEquals("1", text("select count(*) from customers.customer where id = '" + made.id() + "'"));
        String connection = text("select pg_backend_pid()");
        as(TENANT, () -> customers.get(made.id()));
        assertEquals(connection, text("select pg_backend_pid()"));
        transaction.rollback();
        assertThrows(DomainException.class, () -> as(TENANT, () -> customers.get(made.id())));
    }

    /** PostgreSQL forgets the tenant at the end of the transaction, so a pooled connection carries nobody's. */
    @Test
    void theTenantEndsWithTheTransaction() throws Exception {
        transaction.begin();
        as(TENANT, () -> customers.search("a", 1));
        transaction.commit();
        transaction.begin();
        assertThrows(SQLException.class, () -> text("select count(*) from customers.customer"));
    }

    @Test
    void aTransactionServesOneTenant() throws Exception {
        transaction.begin();
        as(TENANT, () -> customers.search("a", 1));
        assertThrows(EJBException.class, () -> as(OTHER, () -> customers.search("a", 1)));
    }

    @Test
    void aRefusalRollsTheTransactionBack() throws Exception {
        transaction.begin();
        UUID nobody = UUID.randomUUID();
        DomainException refused = assertThrows(DomainException.class, () -> as(TENANT, () -> customers.get(nobody)));
        assertEquals(CommonProblem.NOT_FOUND, refused.problem());
        assertEquals(Status.STATUS_MARKED_ROLLBACK, transaction.getStatus());
    }

    @Test
    void theInterceptorAsksForCallerAndPermission() {
        DomainException nobody = assertThrows(DomainException.class, () -> customers.get(UUID.randomUUID()));
        assertEquals(CommonProblem.NO_CONTEXT, nobody.problem());
        CallContext reader = new CallContext(TENANT, "user:reader", Set.of("customer.read"), "test");
        DomainException forbidden =
                assertThrows(DomainException.class, () -> reader.call(() -> customers.create(customer("Forbidden"))));
        assertEquals(CommonProblem.MISSING_PERMISSION, forbidden.problem());
    }

    @Test
    void theConnectorGivesConnections() throws Exception {
        SnmpConnectionFactory factory = InitialContext.doLookup(SnmpConnectionFactory.JNDI_NAME);
        SnmpConnection connection = factory.getConnection();
        try {
            assertNotNull(connection);
        } finally {
            connection.close();
        }
    }

    /** A setting of the environment is a MicroProfile Config property under its own name. */
    @Test
    void settingsComeFromTheEnvironment() {
        assertTrue(ConfigProvider.getConfig().getValue("dotmac.test-clock.enabled", Boolean.class));
    }

    @Test
    void whatMayBeLostIsKeptByTheServersCaches() throws NamingException {
        ConcurrentMap<UUID, Object> tenants = InitialContext.doLookup("java:jboss/infinispan/cache/dotmac/tenants");
        assertNotNull(tenants);
        ConcurrentMap<String, Object> rates =
                InitialContext.doLookup("java:jboss/infinispan/cache/dotmac/request-rates");
        assertNotNull(rates);
    }

    private static <T> T as(UUID tenant, java.util.concurrent.Callable<T> call) throws Exception {
        return CallContext.system("test", tenant).call(call);
    }

    private static CustomerData customer(String name) {
        return new CustomerData(null, name, CustomerKind.HOUSEHOLD, null, null, null, null, "en", null);
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
