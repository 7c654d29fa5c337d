package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.platform.Seller;

/** Keeps every form in which a seller was named on documents, once. */
@ApplicationScoped
public class SellerCopyRepository {

    @Inject
    private Database database;

    /** The copy of exactly this seller; its id follows from its content, so two runs at once agree on it. */
    public UUID idOf(Seller seller) {
        UUID id = UUID.nameUUIDFromBytes(seller.toString().getBytes(StandardCharsets.UTF_8));
        database.update(
                "insert into billing.seller_copy (tenant_id, id, legal_name, street, postcode, city, country, vat_id, "
                        + "email, phone, bank_account) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                CallContext.current().tenantId(),
                id,
                seller.legalName(),
                seller.street(),
                seller.postcode(),
                seller.city(),
                seller.country(),
                seller.vatId(),
                seller.email(),
                seller.phone(),
                seller.bankAccount());
        return id;
    }

    public Seller get(UUID id) {
        return database.first(
                        "select legal_name, street, postcode, city, country, vat_id, email, phone, bank_account "
                                + "from billing.seller_copy where id = ?",
                        row -> new Seller(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9)),
                        id)
                .orElseThrow();
    }
}
