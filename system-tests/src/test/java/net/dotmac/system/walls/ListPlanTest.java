package net.dotmac.system.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dotmac.customers.CustomerService;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a list costs under row-level security, by the plans that PostgreSQL itself reports for the statements the services run
 * as the application's role: no table is read from end to end, and what has an index is found by it.
 */
@Tag("behavior")
class ListPlanTest {

    /** By {@code Service.method}, the attributes that find rows by an index of their own. */
    private static final Map<String, Set<String>> INDEXED = Map.ofEntries(
            Map.entry(
                    "CustomerService.list", Set.of("number", "name", "email", "phone", "engagedParty.id", "updatedAt")),
            Map.entry("BillingAccountService.list", Set.of("number", "customerId", "relatedParty.id")),
            Map.entry(
                    "InvoiceService.list",
                    Set.of(
                            "number",
                            "billNo",
                            "billingAccount.id",
                            "billingAccountId",
                            "correctsId",
                            "customerId",
                            "runId",
                            "state",
                            "issuedOn",
                            "billDate")),
            Map.entry("ProductService.list", Set.of("relatedParty.id", "billingAccount.id", "productOffering.id")),
            Map.entry("OrderService.list", Set.of("relatedParty.id", "externalId", "state", "orderDate")),
            Map.entry("InvoiceService.findLines", Set.of("bill.id", "billingAccount.id", "product.id")),
            Map.entry("PriceChangeService.list", Set.of("effectiveOn")),
            Map.entry("PromotionService.list", Set.of("code", "validFrom")),
            Map.entry("BankStatementService.list", Set.of("account", "toOn")),
            Map.entry(
                    "BankTransactionService.list",
                    Set.of("statementId", "account", "state", "bookedOn", "amountMinor", "iban", "endToEndId")),
            Map.entry("RadiusAccountingService.sessions", Set.of("productId", "nas", "lastAt")),
            Map.entry("UsageIntakeService.batches", Set.of("receivedAt")),
            Map.entry("PaymentService.list", Set.of("billingAccountId", "processorId", "receivedOn")),
            Map.entry("CaseService.list", Set.of("billingAccountId", "customerId", "dunnedMinor")),
            Map.entry("DepositService.list", Set.of("billingAccountId", "customerId", "askedOn")),
            Map.entry("VoucherBatchService.list", Set.of("madeOn")),
            Map.entry("MandateService.list", Set.of("billingAccountId", "reference", "state")),
            Map.entry("DirectDebitService.list", Set.of("collectOn", "messageId")),
            Map.entry(
                    "DirectDebitService.debits",
                    Set.of("batchId", "billingAccountId", "mandateId", "invoiceId", "endToEndId", "collectOn")),
            Map.entry("PayoutService.list", Set.of("billingAccountId", "batchId", "state", "endToEndId")),
            Map.entry("CreditTransferService.list", Set.of("fromAccountId", "toAccountId", "movedOn")),
            Map.entry("PaymentIntentService.list", Set.of("billingAccountId", "state")),
            Map.entry("PayoutBatchService.list", Set.of("executeOn", "messageId")),
            Map.entry("DeviceService.list", Set.of("name", "address", "status", "site.id")),
            Map.entry("AlarmService.list", Set.of("device.id", "interface.id", "raisedAt")),
            Map.entry("CatalogService.offerings", Set.of("name")),
            Map.entry("UserService.find", Set.of("username")),
            Map.entry("ApiClientService.find", Set.of("clientId")));

    /** Rows that a first page, or what an index finds, may read: some pages full, out of a tenant's 1,000 or 5,000. */
    private static final long FEW = 600;

    private static final List<String> VALUES = List.of(
            "01930000-0000-7000-8000-0000000000ff",
            "2027-03-25T00:00:00Z",
            "7",
            "true",
            "active",
            "new",
            "standard",
            "router",
            "critical");

    @TempDir
    static Path directory;

    private static final ConcurrentLinkedQueue<String> NOTICES = new ConcurrentLinkedQueue<>();
    private static final ManyRows ROWS = new ManyRows();
    private static DomainServer server;

    @BeforeAll
    static void fill() throws SQLException {
        TwoTenants world = TwoTenants.shared(directory);
        try (Connection superuser = world.server.superuser()) {
            ROWS.write(superuser);
        }
        server = TwoTenants.equipped(new DomainServer("postgres"))
                .onNotice(NOTICES::add)
                .onConnect(
                        "load 'auto_explain'",
                        "set auto_explain.log_min_duration = 0",
                        "set auto_explain.log_analyze = on",
                        "set auto_explain.log_timing = off",
                        "set auto_explain.log_nested_statements = on",
                        "set auto_explain.log_format = json",
                        "set auto_explain.log_level = notice",
                        "set session authorization dotmac_runtime");
    }

    @Test
    void noReadScansATableOfAllTenants() throws SQLException {
        Map<String, UUID> ids = TwoTenants.shared(directory).distinctIdsOf(ROWS.tenant());
        Set<String> scans = new TreeSet<>();
        int plans = 0;
        for (Method method : ServiceCatalog.methods()) {
            boolean reads = method.getAnnotation(Requires.class).value().endsWith(".read");
            if (reads && Arrays.stream(method.getParameters()).noneMatch(each -> each.getType() == Query.class)) {
                for (Map.Entry<String, UUID> id : ids.entrySet()) {
                    for (QueryPlan plan : plans(
                            method,
                            Arrays.stream(method.getParameters())
                                    .map(each -> Specimens.value(each, id.getValue()))
                                    .toArray())) {
                        plans++;
                        plan.scanned.forEach(table -> scans.add(ServiceCatalog.name(method) + ": " + table));
                    }
                }
            }
        }
        assertTrue(plans > 500, "plans are heard: " + plans);
        assertEquals(Set.of(), scans);
    }

    @Test
    void listsAreReadByIndex() {
        Set<String> wrong = new TreeSet<>();
        for (Method method : lists()) {
            String name = ServiceCatalog.name(method);
            requireFew(name, worst(name, plans(method, Query.all()), wrong, false), wrong);
            for (String attribute : attributes(method)) {
                plans(method, Query.all().orderBy(attribute, true))
                        .forEach(plan -> plan.scanned.forEach(
                                table -> wrong.add(name + " by " + attribute + " scans " + table)));
                Query filtered = filter(method, attribute);
                String what = name + " where " + attribute;
                long visited = worst(what, plans(method, filtered), wrong, true);
                if (attribute.equals("id")
                        || INDEXED.getOrDefault(name, Set.of()).contains(attribute)) {
                    requireFew(what, visited, wrong);
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    /**
     * The search box offers what it finds while a person types. What it reads does not grow with the number of customers: a
     * number, a name, a telephone's digits and an e-mail address are found by their trigrams.
     */
    @Test
    void aSearchReadsWhatItFinds() throws ReflectiveOperationException {
        Method search = CustomerService.class.getMethod("search", String.class, int.class);
        Set<String> wrong = new TreeSet<>();
        for (String text :
                List.of("1004321", "+43 660 1004321", "436601004321", "someone.4321@", "someone nobody", "-4321")) {
            List<QueryPlan> plans = plans(search, text, 8);
            assertTrue(
                    plans.stream().anyMatch(plan -> plan.indexes.contains("customer_search_by_words")),
                    () -> "no trigrams for " + text + " in " + plans);
            requireFew(text, worst(text, plans, wrong, true), wrong);
        }
        assertEquals(Set.of(), wrong);
    }

    private static void requireFew(String what, long visited, Set<String> wrong) {
        if (visited > FEW) {
            wrong.add(what + " looks at " + visited + " rows");
        }
    }

    private static List<Method> lists() {
        List<Method> lists = ServiceCatalog.methods().stream()
                .filter(each -> Arrays.asList(each.getParameterTypes()).contains(Query.class))
                .toList();
        assertTrue(lists.size() >= 14, lists.toString());
        return lists;
    }

    /** The most rows that one statement visited, and notes tables read from end to end. */
    private static long worst(String what, List<QueryPlan> plans, Set<String> wrong, boolean withCount) {
        long most = 0;
        for (QueryPlan plan : plans) {
            plan.scanned.forEach(table -> wrong.add(what + " scans " + table));
            if (withCount || !plan.text.contains("count(")) {
                most = Math.max(most, plan.visited);
            }
        }
        return most;
    }

    /** The names that the list itself tells to whoever asks for an unknown one. */
    private static List<String> attributes(Method method) {
        try {
            call(method, Query.where(Filter.equal("no-such-attribute", "x")));
            throw new AssertionError(method + " takes any attribute");
        } catch (DomainException e) {
            String names = e.getMessage().replaceFirst("(?s).*(It knows|Filters known): ", "");
            return List.of(names.substring(0, names.length() - 1).split(", "));
        }
    }

    private static Query filter(Method method, String attribute) {
        for (String value : VALUES) {
            try {
                Query query = Query.where(Filter.equal(attribute, value));
                call(method, query);
                return query;
            } catch (DomainException e) {
                // Not of the attribute's type; the next may be.
            }
        }
        throw new AssertionError("no value fits " + attribute + " of " + method);
    }

    private static List<QueryPlan> plans(Method method, Object... arguments) {
        NOTICES.clear();
        try {
            call(method, arguments);
        } catch (DomainException e) {
            // The id is of another kind; what was looked up for it still has a plan.
        }
        return NOTICES.stream()
                .filter(each -> each.contains("plan:"))
                .map(each -> QueryPlan.read(each.substring(each.indexOf('{'))))
                .toList();
    }

    private static Object call(Method method, Object... arguments) {
        Object service = server.get(method.getDeclaringClass());
        return server.call(ROWS.tenant(), () -> {
            try {
                return method.invoke(service, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            } finally {
                // A plan is told when its statement ends, which is when the next begins.
                server.get(Database.class).first("select 1", row -> row.getInt(1));
            }
        });
    }
}
