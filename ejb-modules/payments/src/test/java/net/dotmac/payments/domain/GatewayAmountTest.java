package net.dotmac.payments.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import org.junit.jupiter.api.Test;

/** Amounts and addresses as gateways know them. */
class GatewayAmountTest {

    @Test
    void eachCurrencyIsWrittenInItsSmallestUnit() {
        assertEquals(1_234, GatewayAmount.of(Money.of("12.34", "EUR")));
        assertEquals(500, GatewayAmount.of(Money.of("500", "JPY")));
        assertEquals(50_000, GatewayAmount.of(Money.of("500", "ISK")), "written with two decimals");
        assertEquals(1_230, GatewayAmount.of(Money.of("1.230", "KWD")));
        assertThrows(DomainException.class, () -> GatewayAmount.of(Money.of("1.234", "KWD")));
        for (String amount : new String[] {"12.34 EUR", "500 JPY", "500 ISK", "1.230 KWD"}) {
            String[] parts = amount.split(" ");
            Money money = Money.of(parts[0], parts[1]);
            assertEquals(
                    money, GatewayAmount.money(GatewayAmount.of(money), parts[1].toLowerCase(java.util.Locale.ROOT)));
        }
    }

    @Test
    void anEndpointLeadsToItsTenantAndIsNeverTheSame() {
        UUID tenant = UUID.randomUUID();
        String one = GatewayForm.newEndpoint(tenant);
        assertTrue(one.matches("[A-Za-z0-9_-]{64}"), one);
        assertEquals(tenant, GatewayForm.tenantOf(one).orElseThrow());
        assertTrue(!one.equals(GatewayForm.newEndpoint(tenant)));
        assertTrue(GatewayForm.tenantOf("x").isEmpty());
        assertTrue(GatewayForm.tenantOf("!".repeat(64)).isEmpty());
    }
}
