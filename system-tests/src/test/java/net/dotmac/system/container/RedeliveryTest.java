package net.dotmac.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;
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

/** A message whose consumer failed is delivered again, and what the consumer did happens once. */
@Tag("behavior")
@ExtendWith({RunningServer.class, ArquillianExtension.class})
@SuppressWarnings("BanJNDI") // the names are constants, and the directory is the server's own
class RedeliveryTest {

    private static final UUID TENANT = UUID.fromString("01930000-0000-7000-8000-00000000000a");
    private static final String POSITION =
            "select max(position) from events.consumer_position where consumer = '" + FailingOnce.NAME + "'";
    private static final String EFFECT = "Effect Of Redelivery";

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    @Resource
    private UserTransaction transaction;

    private CustomerService customers;

    @Deployment
    static WebArchive tests() {
        return ShrinkWrap.create(WebArchive.class, "redelivery-tests.war")
                .addClasses(
                        RedeliveryTest.class,
                        RunningServer.class,
                        FailingListener.class,
                        FailingOnce.class,
                        Until.class)
                .addAsWebInfResource(
                        new StringAsset("<jboss-web><security-domain>other</security-domain></jboss-web>"),
                        "jboss-web.xml")
                .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: deployment.dotmac.ear,"
                        + "deployment.dotmac.ear.customers.jar,deployment.dotmac.ear.events.jar\n"));
    }

    @BeforeEach
    void lookUp() throws NamingException {
        customers = InitialContext.doLookup("java:global/dotmac/customers/CustomerService");
    }

    /** Nobody is to wait for a consumer that is gone: it is set behind all events there will be. */
    @AfterEach
    void end() throws Exception {
        FailingListener.consumer = null;
        inTransaction(() -> update("update events.consumer_position set position = " + Long.MAX_VALUE
                + " where consumer = '" + FailingOnce.NAME + "'"));
    }

    @Test
    void aConsumerThatFailedIsAskedAgainAndItsEffectHappensOnce() throws Exception {
        FailingOnce consumer = inTransaction(() -> {
            FailingOnce made = new FailingOnce(customers, create("Awaited By Redelivery"), EFFECT);
            // Before the event is committed: no message may come without a consumer.
            FailingListener.consumer = made;
            return made;
        });

        Until.so("it was tried again", () -> consumer.tries() == 2 && effects() == 1);
        assertEquals(1, FailingListener.FAILED.size(), FailingListener.FAILED.toString());
        assertEquals(FailingListener.FAILED, FailingListener.REDELIVERED, "the same message came again");

        long reached = inTransaction(() -> number(POSITION));
        inTransaction(() -> create("Later Than Redelivery"));
        Until.so("the consumer went on", () -> inTransaction(() -> number(POSITION)) > reached);
        assertEquals(2, consumer.tries());
        assertEquals(1, effects());
    }

    private String create(String name) {
        return customers
                .create(new CustomerData(null, name, CustomerKind.HOUSEHOLD, null, null, null, null, "en", null))
                .id()
                .toString();
    }

    private long effects() throws Exception {
        return inTransaction(() -> number("select count(*) from customers.customer where name = '" + EFFECT + "'"));
    }

    /** In a transaction that a first call binds to the tenant. */
    private <T> T inTransaction(Callable<T> work) throws Exception {
        transaction.begin();
        boolean isDone = false;
        try {
            T result = CallContext.system("test", TENANT).call(() -> {
                customers.search("a", 1);
                return work.call();
            });
            isDone = true;
            return result;
        } finally {
            if (isDone) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        }
    }

    private long number(String sql) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private int update(String sql) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
