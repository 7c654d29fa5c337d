package net.dotmac.prepaid;

import static net.dotmac.prepaid.HoldingIsp.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Problem;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.LedgerProblem;
import net.dotmac.prepaid.Redemption.Outcome;
import net.dotmac.prepaid.domain.VoucherCode;
import org.junit.jupiter.api.Test;

/** Vouchers from making to redeeming and lapsing, on a real database; the ledger ties after each step. */
class VoucherTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 2, 28);

    private final HoldingIsp isp = new HoldingIsp();
    private final VoucherBatchService batches = isp.service(VoucherBatchService.class);
    private final VoucherService vouchers = isp.service(VoucherService.class);
    private final UUID dealer = isp.account();
    private final Map<UUID, List<String>> known = new HashMap<>();

    @Test
    void aVoucherIsSoldAsALiabilityAndPaysABill() {
        UUID bill = isp.owe("15.00", LocalDate.of(2027, 1, 4));
        UUID batch = make(3);
        List<String> codes = codes(batch);
        assertEquals(Outcome.UNKNOWN, redeem(codes.get(0)).outcome(), "not sold yet");
        activate(batch);
        assertEquals(6_000, isp.owed(LedgerAccount.VOUCHERS));
        assertEquals(1_500, isp.owed(LedgerAccount.REVENUE), "the bill alone");
        assertEquals(0, isp.owed(LedgerAccount.TAX_PAYABLE));
        Redemption redeemed = redeem(codes.get(1).toLowerCase(Locale.ROOT).replace("-", " "));
        assertEquals(Outcome.REDEEMED, redeemed.outcome());
        assertEquals(2, redeemed.serial());
        assertEquals(0, isp.open(bill));
        assertEquals(500, isp.open(redeemed.id()), "the rest is credit");
        assertEquals(4_000, isp.owed(LedgerAccount.VOUCHERS));
        assertEquals(1, isp.call(() -> batches.get(batch)).redeemed());
        isp.assertBalanced();
    }

    @Test
    void theSameCodeHasOneEffectWhoeverComesFirst() throws Exception {
        UUID batch = sold(2);
        String code = codesOf(batch).get(0);
        Redemption first = redeem(code);
        assertEquals(first, redeem(code), "told again it is the same");
        assertEquals(Outcome.USED, redeem(dealer, code).outcome());
        assertEquals(2_000, isp.owed(LedgerAccount.VOUCHERS));
        String other = codesOf(batch).get(1);
        List<UUID> accounts = List.of(isp.account(), isp.account(), isp.account(), isp.account());
        AtomicInteger next = new AtomicInteger();
        AtomicInteger won = new AtomicInteger();
        isp.succeeded(() -> {
            if (redeem(accounts.get(next.getAndIncrement()), other).isRedeemed()) {
                won.incrementAndGet();
            }
        });
        assertEquals(1, won.get());
        assertEquals(0, isp.owed(LedgerAccount.VOUCHERS));
        isp.assertBalanced();
    }

    @Test
    void itIsGoodUntilItsDayIsOverInTheTenantsZone() {
        UUID batch = sold(3);
        HoldingIsp.moveTo(at(LAST_DAY, "23:59:59"));
        assertTrue(redeem(codesOf(batch).get(0)).isRedeemed());
        assertEquals(List.of(), isp.call(batches::toLapse));
        HoldingIsp.moveTo(at(LAST_DAY.plusDays(1), "00:00:00"));
        assertEquals(Outcome.EXPIRED, redeem(codesOf(batch).get(1)).outcome());
        assertTrue(redeem(codesOf(batch).get(0)).isRedeemed(), "what was redeemed in time stays so");
        assertEquals(List.of(batch), isp.call(batches::toLapse));
        isp.run(() -> batches.lapse(batch));
        isp.run(() -> batches.lapse(batch));
        assertEquals(4_000, isp.owed(LedgerAccount.BREAKAGE));
        assertEquals(0, isp.owed(LedgerAccount.VOUCHERS));
        assertEquals(4_000, isp.owed(LedgerAccount.VOUCHERS, LAST_DAY));
        assertEquals(List.of(), isp.call(batches::toLapse));
        isp.assertBalanced();
    }

    @Test
    void twoRoundsAtOnceBookOutOnce() throws Exception {
        UUID batch = sold(3);
        HoldingIsp.moveTo(LAST_DAY.plusDays(1));
        isp.succeeded(() -> isp.run(() -> batches.lapse(batch)));
        assertEquals(6_000, isp.owed(LedgerAccount.BREAKAGE));
        isp.assertBalanced();
    }

    @Test
    void codesAreToldOnce() {
        UUID batch = make(2);
        List<String> codes = codes(batch);
        assertEquals(2, new HashSet<>(codes).size());
        refused(PrepaidProblem.BATCH_STATE, () -> codes(batch));
        UUID without = make(1);
        refused(PrepaidProblem.BATCH_STATE, () -> activate(without));
    }

    @Test
    void aStoppedBatchRedeemsNothingButWhatItHas() {
        UUID batch = sold(2);
        redeem(codesOf(batch).get(0));
        isp.call(() -> batches.stop(batch, "stolen"));
        assertEquals(Outcome.STOPPED, redeem(codesOf(batch).get(1)).outcome());
        assertTrue(redeem(codesOf(batch).get(0)).isRedeemed());
        refused(PrepaidProblem.BATCH_STATE, () -> isp.call(() -> batches.stop(batch, "again")));
        refused(PrepaidProblem.BATCH_STATE, () -> activate(batch));
        assertEquals(2_000, isp.owed(LedgerAccount.VOUCHERS), "owed until it expires");
    }

    @Test
    void aDealerPaysBeforeTheyAreGoodOrWithHisCredit() {
        UUID batch = make(2);
        codes(batch);
        refused(LedgerProblem.CREDIT_TOO_SMALL, () -> isp.call(() -> batches.activate(batch, isp.account, null)));
        isp.pay("50.00");
        isp.call(() -> batches.activate(batch, isp.account, null));
        assertEquals(1_000, isp.owed(LedgerAccount.CUSTOMER_CREDIT));
        refused(PrepaidProblem.BATCH_STATE, () -> activate(batch));
        isp.assertBalanced();
    }

    @Test
    void afterFiveWrongCodesAnAccountWaits() {
        UUID batch = sold(1);
        String good = codesOf(batch).get(0);
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 5; i++) {
            assertEquals(Outcome.UNKNOWN, redeem(VoucherCode.random(random)).outcome());
        }
        assertEquals(Outcome.LOCKED, redeem(good).outcome());
        assertTrue(redeem(dealer, VoucherCode.random(random)).outcome() == Outcome.UNKNOWN, "another account goes on");
        HoldingIsp.moveTo(now().plus(Duration.ofMinutes(31)));
        assertTrue(redeem(good).isRedeemed());
    }

    @Test
    void aSlipOfThePenIsNamedAndNotCounted() {
        UUID batch = sold(1);
        String good = codesOf(batch).get(0);
        String slip = (good.charAt(0) == '2' ? '3' : '2') + good.substring(1);
        for (int i = 0; i < 10; i++) {
            assertEquals("code", attribute(() -> redeem(slip)));
        }
        assertEquals("code", attribute(() -> redeem(null)));
        assertTrue(redeem(good).isRedeemed());
    }

    @Test
    void anotherTenantsCodeIsUnknown() {
        String code = codesOf(sold(1)).get(0);
        HoldingIsp stranger = new HoldingIsp();
        assertEquals(
                Outcome.UNKNOWN,
                stranger.call(() -> vouchers.redeem(stranger.account, code)).outcome());
        assertThrows(DomainException.class, () -> stranger.call(() -> vouchers.redeem(isp.account, code)));
    }

    @Test
    void badInputIsRefusedByName() {
        LocalDate day = HoldingIsp.today();
        assertEquals("name", attribute(() -> make(new VoucherBatchData(" ", eur("20.00"), 1, day))));
        assertEquals("quantity", attribute(() -> make(new VoucherBatchData("x", eur("20.00"), 0, day))));
        assertEquals("quantity", attribute(() -> make(new VoucherBatchData("x", eur("20.00"), 100_001, day))));
        assertEquals("value", attribute(() -> make(new VoucherBatchData("x", eur("0.00"), 1, day))));
        assertEquals("expiresOn", attribute(() -> make(new VoucherBatchData("x", eur("1.00"), 1, day.minusDays(1)))));
        UUID batch = make(1);
        assertEquals("reason", attribute(() -> isp.call(() -> batches.stop(batch, ""))));
    }

    @Test
    void aLargeBatchIsMadeInOneGo() {
        UUID batch = make(25_001);
        List<String> codes = codes(batch);
        assertEquals(25_001, new HashSet<>(codes).size());
        activate(batch);
        assertEquals(25_001, redeem(codes.get(25_000)).serial());
        assertTrue(VoucherFile.csv(codes).startsWith("serial,code\r\n1," + codes.get(0) + "\r\n2,"));
        assertFalse(codes.get(0).isBlank());
    }

    private UUID make(int quantity) {
        return make(new VoucherBatchData("Kiosk", eur("20.00"), quantity, LAST_DAY));
    }

    private UUID make(VoucherBatchData data) {
        return isp.call(() -> batches.make(data)).id();
    }

    private List<String> codes(UUID batch) {
        List<String> codes = isp.call(() -> batches.makeCodes(batch));
        known.put(batch, codes);
        return codes;
    }

    private List<String> codesOf(UUID batch) {
        return known.get(batch);
    }

    private void activate(UUID batch) {
        isp.call(() -> batches.activate(batch, dealer, "cash"));
    }

    private UUID sold(int quantity) {
        UUID batch = make(quantity);
        codes(batch);
        activate(batch);
        return batch;
    }

    private Redemption redeem(String code) {
        return redeem(isp.account, code);
    }

    private Redemption redeem(UUID account, String code) {
        return isp.call(() -> vouchers.redeem(account, code));
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant();
    }

    private static Instant now() {
        return HoldingIsp.now();
    }

    private static void refused(Problem expected, Runnable work) {
        assertEquals(expected, assertThrows(DomainException.class, work::run).problem());
    }

    private static String attribute(Runnable work) {
        return assertThrows(DomainException.class, work::run).attribute();
    }
}
