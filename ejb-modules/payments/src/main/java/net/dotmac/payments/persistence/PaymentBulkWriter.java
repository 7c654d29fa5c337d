package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.payments.PaymentData;

/** Writes many payments by one statement. */
@ApplicationScoped
public class PaymentBulkWriter {

    private static final String ADD = "insert into payments.payment (tenant_id, id, billing_account_id, amount_minor, "
            + "currency, method, processor_id, reference, received_on, state, recorded_at) select ?, r.id, r.account, "
            + "r.amount, r.currency, r.method, r.processor, r.reference, r.day, 'recorded', ? from unnest(?::uuid[], "
            + "?::uuid[], ?::text[]::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]::date[]) "
            + "as r (id, account, amount, currency, method, processor, reference, day)";

    @Inject
    private Database database;

    /** Adds payments under these ids; none may have been told before. */
    public void add(List<UUID> ids, List<PaymentData> payments, Instant now) {
        database.update(
                ADD,
                CallContext.current().tenantId(),
                now,
                ids.toArray(UUID[]::new),
                payments.stream().map(PaymentData::billingAccountId).toArray(UUID[]::new),
                texts(payments, payment -> Long.toString(payment.amount().minor())),
                texts(payments, payment -> payment.amount().currency()),
                texts(payments, PaymentData::method),
                texts(payments, PaymentData::processorId),
                texts(payments, PaymentData::reference),
                texts(payments, payment -> payment.receivedOn().toString()));
    }

    private static String[] texts(List<PaymentData> payments, Function<PaymentData, String> value) {
        return payments.stream().map(value).toArray(String[]::new);
    }
}
