package net.dotmac.prepaid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Secrets;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.prepaid.domain.VoucherCode;
import net.dotmac.prepaid.persistence.VoucherRepository;

/** Makes codes and hashes them under the tenant's own key, so that neither the table nor a copy of it redeems anything. */
@ApplicationScoped
class VoucherCodes {

    private static final int AT_ONCE = 10_000;
    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();

    @Inject
    private Database database;

    @Inject
    private Secrets secrets;

    @Inject
    private VoucherRepository repository;

    /** Makes and keeps the vouchers of a batch. @return their codes, in the order of the serial numbers from 1 */
    List<String> make(UUID batchId, int quantity) {
        Mac mac = mac();
        List<String> codes = new ArrayList<>(quantity);
        List<String> hashes = new ArrayList<>(AT_ONCE);
        for (int serial = 1; serial <= quantity; serial++) {
            String code = VoucherCode.random(random);
            codes.add(code);
            hashes.add(hash(mac, VoucherCode.read(code).orElseThrow()));
            if (hashes.size() == AT_ONCE || serial == quantity) {
                repository.addVouchers(batchId, serial - hashes.size() + 1, hashes);
                hashes.clear();
            }
        }
        return codes;
    }

    /** @param code as {@link VoucherCode#read} gives it */
    String hash(String code) {
        return hash(mac(), code);
    }

    private static String hash(Mac mac, String code) {
        return HexFormat.of().formatHex(mac.doFinal(code.getBytes(StandardCharsets.US_ASCII)));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key()), HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC with SHA-256 is part of every Java", e);
        }
    }

    private String key() {
        UUID tenant = CallContext.current().tenantId();
        String purpose = "prepaid.voucher-key:" + tenant;
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        return sealed().map(found -> secrets.open(found, purpose)).orElseGet(() -> {
            database.update(
                    "insert into prepaid.voucher_key (tenant_id, sealed_key) values (?, ?) on conflict do nothing",
                    tenant,
                    secrets.seal(HexFormat.of().formatHex(fresh), purpose));
            return secrets.open(sealed().orElseThrow(), purpose);
        });
    }

    private Optional<String> sealed() {
        return database.first("select sealed_key from prepaid.voucher_key", row -> row.getString(1));
    }
}
