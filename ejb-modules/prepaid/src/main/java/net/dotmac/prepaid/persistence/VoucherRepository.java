package net.dotmac.prepaid.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.prepaid.RedemptionDetails;
import net.dotmac.prepaid.domain.VoucherBatch;

/** Finds and keeps batches, their vouchers and who redeemed them. */
@ApplicationScoped
public class VoucherRepository {

    private final EntityList<VoucherBatch> list = new EntityList<>(VoucherBatch.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("name", "e.name", String.class)
            .with("state", "e.state", String.class)
            .with("currency", "e.currency", String.class)
            .with("billingAccountId", "e.billingAccountId", UUID.class)
            .with("expiresOn", "e.expiresOn", LocalDate.class)
            .with("madeOn", "e.madeOn", LocalDate.class);

    @PersistenceContext(unitName = "prepaid")
    private EntityManager em;

    @Inject
    private Database database;

    public Page<VoucherBatch> find(Query query) {
        return list.find(em, query);
    }

    public Optional<VoucherBatch> find(UUID id) {
        return TenantQuery.byId(em, VoucherBatch.class, id);
    }

    /** The batch, locked until the transaction ends. */
    public Optional<VoucherBatch> lock(UUID id) {
        return locked(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The batch, which nobody changes until the transaction ends; others may redeem its vouchers meanwhile. */
    public Optional<VoucherBatch> hold(UUID id) {
        return locked(id, LockModeType.PESSIMISTIC_READ);
    }

    private Optional<VoucherBatch> locked(UUID id, LockModeType how) {
        return em.createQuery("select e from VoucherBatch e where e.id = :id", VoucherBatch.class)
                .setParameter("id", id)
                .setLockMode(how)
                .getResultStream()
                .findFirst();
    }

    public void add(VoucherBatch batch) {
        em.persist(batch);
        em.flush();
    }

    public void flush() {
        em.flush();
    }

    /** Batches whose last day is over and whose rest was not booked out. */
    public List<UUID> toLapse(LocalDate today) {
        return database.list(
                "select id from prepaid.voucher_batch where lapsed_on is null and activated_on is not null "
                        + "and expires_on < ? order by expires_on, id limit 100",
                row -> row.getObject(1, UUID.class),
                today);
    }

    /** @param firstSerial of the first of these hashes, which are hexadecimal */
    public void addVouchers(UUID batchId, int firstSerial, List<String> hashes) {
        database.update(
                "insert into prepaid.voucher (tenant_id, batch_id, serial, code_hash) select ?, ?, ? + r.place - 1, "
                        + "decode(r.hash, 'hex') from unnest(?) with ordinality as r (hash, place)",
                CallContext.current().tenantId(),
                batchId,
                firstSerial,
                hashes.toArray(String[]::new));
    }

    /** The voucher with the code of this hash, whatever has become of it. */
    public Optional<Voucher> voucher(String hash) {
        return database.first(
                "select batch_id, serial from prepaid.voucher where code_hash = decode(?, 'hex')",
                row -> new Voucher(row.getObject(1, UUID.class), row.getInt(2)),
                hash);
    }

    /** @return whether it was the first; who redeems the same at the same moment waits here for the first to end */
    public boolean addRedemption(RedemptionDetails redemption) {
        return database.update(
                        "insert into prepaid.voucher_redemption (tenant_id, id, batch_id, serial, billing_account_id, "
                                + "redeemed_on, redeemed_at, actor) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        CallContext.current().tenantId(),
                        redemption.id(),
                        redemption.batchId(),
                        redemption.serial(),
                        redemption.billingAccountId(),
                        redemption.day(),
                        redemption.at(),
                        redemption.actor())
                == 1;
    }

    public Optional<RedemptionDetails> redemption(Voucher voucher) {
        return database.first(
                REDEMPTION + "where batch_id = ? and serial = ?",
                VoucherRepository::redemption,
                voucher.batchId(),
                voucher.serial());
    }

    /** The latest of a batch, at most 1,000. */
    public List<RedemptionDetails> redemptions(UUID batchId) {
        return database.list(
                REDEMPTION + "where batch_id = ? order by id desc limit 1000", VoucherRepository::redemption, batchId);
    }

    /** How many of each batch are redeemed; one without any is left out. */
    public Map<UUID, Long> redeemed(Collection<UUID> batchIds) {
        Map<UUID, Long> counts = new HashMap<>();
        database.list(
                        "select batch_id, count(*) from prepaid.voucher_redemption where batch_id = any(?) group by 1",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
                        (Object) batchIds.toArray(UUID[]::new))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    private static final String REDEMPTION =
            "select id, batch_id, serial, billing_account_id, redeemed_on, redeemed_at, actor "
                    + "from prepaid.voucher_redemption ";

    private static RedemptionDetails redemption(ResultSet row) throws SQLException {
        return new RedemptionDetails(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getInt("serial"),
                row.getObject("billing_account_id", UUID.class),
                row.getObject("redeemed_on", LocalDate.class),
                Database.instant(row, "redeemed_at"),
                row.getString("actor"));
    }

    /** A voucher by its place in its batch. */
    public record Voucher(UUID batchId, int serial) {}
}
