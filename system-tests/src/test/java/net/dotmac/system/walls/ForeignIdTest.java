package net.dotmac.system.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Problem;
import net.dotmac.kernel.query.Page;
import net.dotmac.ledger.AccountStatement;
import net.dotmac.platform.TenantDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One tenant calls every method of every service with ids of another tenant's rows: nothing of them is told, nothing of them
 * changes. Methods are found by reflection; one that takes no id has to be named here.
 */
@Tag("behavior")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignIdTest {

    /** They name no row of a tenant. */
    private static final Set<String> WITHOUT_ID = Set.of(
            "ApiClientService.create",
            "ApiClientService.prove",
            "BankPostingService.postNext",
            "BankPostingService.setNextAside",
            "BankStatementService.take",
            "BankTransactionService.totals",
            "BillingRunJobs.recover",
            "BillingRunService.takeOver",
            "CaseService.totals",
            "CatalogService.createPrice",
            "CatalogService.createSpecification",
            "CheckoutService.claimDue",
            "CheckoutService.take",
            "ChartService.list",
            "AccountBatchService.check",
            "CarriedDocumentService.check",
            "ChartService.put",
            "ChartService.reset",
            "ClockService.moveTo",
            "ClockService.now",
            "ClockService.today",
            "ClockService.zone",
            "CustomerBatchService.addAll",
            "CustomerBatchService.check",
            "CustomerBatchService.idsByNumber",
            "CustomerService.create",
            "CustomerService.idsByName",
            "CustomerService.search",
            "DepositService.heldOn",
            "DepositService.totals",
            "DeviceService.summary",
            "DirectDebitService.create",
            "DirectDebitService.plan",
            "DocumentSettingsService.get",
            "DocumentSettingsService.put",
            "DunningPolicyService.get",
            "DunningPolicyService.list",
            "DunningPolicyService.put",
            "DunningPolicyService.remove",
            "DunningService.grantsOver",
            "DunningService.isRoundDue",
            "DunningService.nextStretch",
            "EventBatch.countFailure",
            "EventBatch.handle",
            "EventBatch.handleEach",
            "EventBatch.handleUpTo",
            "EventBatch.setAside",
            "ExportService.export",
            "ExportService.list",
            "FeeService.waiting",
            "HeldMoneyService.heldOn",
            "GatewaySettingsService.get",
            "GatewaySettingsService.put",
            "HolidayService.list",
            "HolidayService.put",
            "HolidayService.remove",
            "IdempotencyService.claim",
            "IdempotencyService.keep",
            "ImportService.kinds",
            "ImportService.upload",
            "InvoiceDeliveryService.backlog",
            "InvoiceDeliveryService.isMailOn",
            "InvoiceMailService.claim",
            "LedgerReportService.ageTotals",
            "LedgerReportService.ageing",
            "LedgerReportService.eachAge",
            "LedgerReportService.eachOpenItem",
            "LedgerReportService.movements",
            "LedgerReportService.openItems",
            "LedgerService.openFrom",
            "LedgerService.receivablesByAge",
            "LedgerService.trialBalance",
            "NoticeMailService.claim",
            "MandateBatchService.check",
            "MandateService.lapseUnused",
            "NumberService.change",
            "NumberService.report",
            "NumberService.series",
            "OrderService.completeDue",
            "PayoutBatchService.create",
            "PayoutService.totals",
            "PeriodService.chosenDays",
            "PeriodService.close",
            "PeriodService.closingBalance",
            "PeriodService.list",
            "PeriodService.next",
            "PeriodService.reopen",
            "PeriodService.setChosenDays",
            "PollingService.claim",
            "PriceChangeService.applyDue",
            "PromotionService.list",
            "ProductLockService.policies",
            "ProductLockService.setPolicy",
            "ProductService.serviceCounts",
            "QuotationService.accounts",
            "QuotationService.invoices",
            "RecognitionService.deferred",
            "RecognitionService.recognise",
            "RunApprovalService.changePolicy",
            "RunApprovalService.policy",
            "RadiusAccountingService.sessions",
            "UsageIntakeService.batches",
            "UsagePolicyService.change",
            "UsagePolicyService.policy",
            "SavedFilterService.mine",
            "SavedFilterService.save",
            "SepaSettingsService.get",
            "SepaSettingsService.put",
            "SettlementService.openWithAmount",
            "SettlementService.overdueAccounts",
            "SignInService.signIn",
            "SiteService.create",
            "TaxRateService.changeRule",
            "TaxRateService.list",
            "RecurringRevenueService.bridge",
            "TaxRateService.put",
            "TaxRateService.rule",
            "TaxReportService.report",
            "TenantService.current",
            "TenantService.seller",
            "TokenService.rotate",
            "UserService.changeOwnPassword",
            "UserService.create",
            "UserService.roles",
            "VoucherBatchService.make",
            "VoucherBatchService.toLapse");

    /** It books what it is told under any id, as rows of the caller's own; who calls it has proved the ids. */
    private static final Set<String> PROVED_BY_CALLER = Set.of("LedgerService.bookPayment");

    @TempDir
    static Path directory;

    private static TwoTenants world;
    private static Map<String, UUID> foreign;

    @BeforeAll
    static void live() throws SQLException {
        world = TwoTenants.shared(directory);
        foreign = world.idsOf(TwoTenants.OWNER);
    }

    @Test
    void eachTableHasRowsThatCouldBeSeen() throws SQLException {
        List<String> empty = world.rowsOf(TwoTenants.OWNER).entrySet().stream()
                .filter(table -> table.getValue().startsWith("0 rows"))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), empty, "tables without a row prove nothing; let TenantLife fill them");
    }

    @Test
    @Order(1)
    void noServiceGivesOrChangesWhatIsAnothers() throws SQLException {
        List<String> leaks = new ArrayList<>();
        Map<String, UUID> distinct = world.distinctIdsOf(TwoTenants.OWNER);
        for (Method method : ServiceCatalog.methods()) {
            if (Arrays.stream(method.getParameters()).anyMatch(Specimens::isId)
                    && !PROVED_BY_CALLER.contains(ServiceCatalog.name(method))) {
                Map<String, String> before = world.rowsOf(TwoTenants.OWNER);
                distinct.forEach((kind, id) -> call(method, id)
                        .ifPresent(leak -> leaks.add(ServiceCatalog.name(method) + " with " + kind + ": " + leak)));
                leaks.addAll(changes(ServiceCatalog.name(method), before));
            }
        }
        assertEquals("", String.join("\n", leaks));
    }

    /** After the other, for some forms leave rows of the stranger's own that bear a foreign id. */
    @Test
    @Order(2)
    void noFormReachesWhatIsAnothers() throws SQLException {
        List<String> leaks = new ArrayList<>();
        ForeignForms forms = new ForeignForms(world, foreign, world.idsOf(TwoTenants.STRANGER));
        for (Map.Entry<String, Callable<?>> form : forms.calls().entrySet()) {
            Map<String, String> before = world.rowsOf(TwoTenants.OWNER);
            outcome(form.getValue()).ifPresent(leak -> leaks.add(form.getKey() + ": " + leak));
            leaks.addAll(changes(form.getKey(), before));
        }
        assertEquals("", String.join("\n", leaks));
    }

    /** A new method lands here until somebody has thought of whose ids it takes. */
    @Test
    void everyMethodIsTried() throws SQLException {
        Set<String> forms = new TreeSet<>();
        new ForeignForms(world, foreign, foreign).calls().keySet().forEach(each -> forms.add(each.split(":")[0]));
        Set<String> forgotten = new TreeSet<>();
        for (Method method : ServiceCatalog.methods()) {
            String name = ServiceCatalog.name(method);
            boolean takesId = Arrays.stream(method.getParameters()).anyMatch(Specimens::isId);
            if (!takesId && !forms.contains(name) && !WITHOUT_ID.contains(name)) {
                forgotten.add(name);
            }
        }
        assertEquals(
                Set.of(),
                forgotten,
                "If it takes an id within a form, add a call with another's to ForeignForms; if none, to WITHOUT_ID");
    }

    /** Those who call these decide the tenant themselves: entry points, and the relay, which serves all tenants. */
    @Test
    void fewBeansAreUnguarded() {
        assertEquals(
                Set.of(TenantDirectory.class, net.dotmac.events.persistence.OutboxMover.class),
                Set.copyOf(ServiceCatalog.unguarded()));
    }

    private static List<String> changes(String what, Map<String, String> before) throws SQLException {
        Map<String, String> after = world.rowsOf(TwoTenants.OWNER);
        return before.keySet().stream()
                .filter(table -> !before.get(table).equals(after.get(table)))
                .map(table -> what + " changed " + table + ": " + before.get(table) + " → " + after.get(table))
                .toList();
    }

    private static Optional<String> call(Method method, UUID id) {
        Object service = world.service(method.getDeclaringClass());
        Object[] arguments = Arrays.stream(method.getParameters())
                .map((Parameter each) -> Specimens.value(each, id))
                .toArray();
        return outcome(() -> {
            try {
                return method.invoke(service, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        });
    }

    /** What is wrong with how the call ended, or empty if it ended as it would with an id that nobody has. */
    private static Optional<String> outcome(Callable<?> call) {
        try {
            Object result = world.as(TwoTenants.STRANGER, call);
            return isNothing(result) ? Optional.empty() : Optional.of("gave " + result);
        } catch (DomainException e) {
            boolean isRefused = e.problem().category() == Problem.Category.NOT_FOUND
                    || e.problem().category() == Problem.Category.INVALID;
            return isRefused ? Optional.empty() : Optional.of("refused as " + e.problem() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            return Optional.of("failed with " + e + " caused by " + e.getCause());
        }
    }

    private static boolean isNothing(Object result) {
        if (result instanceof Page<?> page) {
            return page.rows().isEmpty() && page.total() == 0;
        } else if (result instanceof Optional<?> value) {
            return value.isEmpty();
        } else if (result instanceof Collection<?> values) {
            return values.isEmpty();
        } else if (result instanceof Map<?, ?> values) {
            return values.isEmpty();
        } else if (result instanceof AccountStatement statement) {
            return statement.entries().isEmpty() && statement.openingMinor() == 0;
        }
        return result == null || result.equals(0) || result.equals(false);
    }

    @Test
    void theOwnerHimselfSeesThem() {
        assertTrue(foreign.size() > 30, "found ids of " + foreign.keySet());
        UUID customer = foreign.get("customers.customer.id");
        assertEquals(
                customer,
                world.as(TwoTenants.OWNER, () -> world.service(net.dotmac.customers.CustomerService.class)
                                .get(customer))
                        .id());
    }
}
