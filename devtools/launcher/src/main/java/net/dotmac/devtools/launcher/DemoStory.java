package net.dotmac.devtools.launcher;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.dotmac.devtools.demo.DemoPlan;
import net.dotmac.devtools.demo.DemoTenant;

/**
 * Lives through the demo's months with the product's own API: three months of orders, billed and mostly paid, then the month's
 * billing of the households. The businesses' cycle of that month stays unbilled, for a person to preview, mend and run.
 */
final class DemoStory {

    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final int ORDER_DAY = 10;
    private static final int PAGE = 500;
    private static final int TOLD_EACH = 500;
    private static final int PAYERS = 2;
    private static final int LATE_OF_HUNDRED = 6;

    private final ApiClient api;
    private final DemoTenant tenant;
    private final DemoPlan plan;
    private final Progress progress;
    private final DemoOrders orders;

    DemoStory(ApiClient api, DemoTenant tenant, DemoPlan plan, Progress progress) {
        this.api = api;
        this.tenant = tenant;
        this.plan = plan;
        this.progress = progress;
        this.orders = new DemoOrders(api, tenant);
    }

    void live() {
        int told = 0;
        for (LocalDate month = plan.firstMonth(); month.isBefore(plan.month()); month = month.plusMonths(1)) {
            progress.step(tenant.legalName() + ": billing and payments of " + month.getMonth() + " " + month.getYear());
            billOn(month);
            clock(month.withDayOfMonth(ORDER_DAY).atTime(MORNING).toInstant(ZoneOffset.UTC));
            orders.ofMonth(told++);
            billOn(month.withDayOfMonth(DemoPlan.BUSINESS_CYCLE_DAY));
            clock(month.plusMonths(1).minusDays(1).atTime(MORNING).toInstant(ZoneOffset.UTC));
            pay(month);
        }
    }

    private JsonObject billOn(LocalDate day) {
        clock(day.atTime(MORNING).toInstant(ZoneOffset.UTC));
        return bill(day);
    }

    /** Moves the tenant's business clock: the past is lived through on its own days. */
    private void clock(Instant time) {
        api.put(
                "/api/v1/test-clock",
                Json.createObjectBuilder().add("businessTime", time.toString()).build());
    }

    /** Bills the households' cycle of the demo's month. @return the finished run */
    JsonObject billHouseholds() {
        try {
            return billOn(plan.month());
        } finally {
            clock(Instant.now());
        }
    }

    /** Most households have paid by now; a few are overdue. The bank sends a statement, and some customers order something. */
    void catchUp() {
        LocalDate today = LocalDate.now(ZoneId.of(tenant.zone()));
        pay(plan.month());
        new DemoStatement(api, tenant).take(today);
        orders.ofToday(today);
    }

    private JsonObject bill(LocalDate date) {
        JsonObject run = api.post(
                "/api/v1/billing-runs",
                Json.createObjectBuilder()
                        .add("date", date.toString())
                        .add("mode", "issue")
                        .build());
        String path = run.getString("href");
        int told = -1;
        while (run.getString("state").equals("running")) {
            pause();
            run = api.get(path).asJsonObject();
            int percent = run.getJsonObject("progress").getInt("percent");
            if (percent / 25 > told / 25) {
                told = percent;
                progress.step(tenant.legalName() + ": " + date + " " + percent + " %");
            }
        }
        if (!run.getString("state").equals("finished")) {
            throw new LaunchException("The billing run of " + date + " " + run.getString("state") + ": " + run);
        }
        return run;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while the demo was billed.", e);
        }
    }

    /** Most customers pay in time; a few are late, and one never pays. */
    private void pay(LocalDate month) {
        List<JsonObject> due = new ArrayList<>();
        LocalDate next = month.plusMonths(1);
        for (int offset = 0; ; offset += PAGE) {
            JsonArray page = api.get("/tmf-api/customerBillManagement/v4/customerBill?billDate.gte=" + month
                            + "&billDate.lt=" + next + "&limit=" + PAGE + "&offset=" + offset)
                    .asJsonArray();
            due.addAll(page.getValuesAs(JsonObject.class));
            if (page.size() < PAGE) {
                break;
            }
        }
        ExecutorService payers = Executors.newFixedThreadPool(PAYERS);
        try {
            List<Future<?>> payments = new ArrayList<>();
            for (JsonObject bill : due) {
                if (isPaid(bill, !next.isBefore(plan.month()))) {
                    payments.add(payers.submit(() -> pay(bill)));
                }
            }
            for (int i = 0; i < payments.size(); i++) {
                payments.get(i).get();
                if ((i + 1) % TOLD_EACH == 0) {
                    progress.step(tenant.legalName() + ": " + (i + 1) + " of " + payments.size() + " payments");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while the demo's payments were recorded.", e);
        } catch (ExecutionException e) {
            throw new LaunchException(
                    "A payment of the demo was refused: " + e.getCause().getMessage(), e);
        } finally {
            payers.shutdownNow();
        }
    }

    private static boolean isPaid(JsonObject bill, boolean isRecent) {
        boolean neverPays = bill.toString().contains("Jonas Weber");
        int draw = Math.floorMod(bill.getString("id").hashCode(), 100);
        return !neverPays && (!isRecent || draw >= LATE_OF_HUNDRED);
    }

    private void pay(JsonObject bill) {
        JsonObject open = bill.getJsonObject("remainingAmount");
        if (open == null || amount(open.get("value")).signum() <= 0) {
            return;
        }
        LocalDate billed = LocalDate.parse(bill.getString("billDate").substring(0, 10));
        api.post(
                "/api/v1/payments",
                Json.createObjectBuilder()
                        .add(
                                "billingAccountId",
                                bill.getJsonObject("billingAccount").getString("id"))
                        .add("amount", open)
                        .add("method", "bankTransfer")
                        .add("processorId", "statement-" + bill.getString("billNo"))
                        .add("reference", bill.getString("billNo"))
                        .add("receivedOn", billed.plusDays(9).toString())
                        .build());
    }

    private static BigDecimal amount(JsonValue value) {
        return new BigDecimal(value.toString());
    }
}
