package net.dotmac.snmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OidTest {

    @Test
    void readsAndWritesUnsignedArcs() {
        Oid oid = Oid.parse(".1.3.6.4294967295");
        assertEquals("1.3.6.4294967295", oid.toString());
        assertEquals(4_294_967_295L, oid.arc(3));
        assertEquals(oid, Oid.of(1, 3, 6, -1));
    }

    @Test
    void ordersAsSnmpDoes() {
        assertTrue(Oid.parse("1.3.6.1").compareTo(Oid.parse("1.3.6.1.0")) < 0);
        assertTrue(Oid.parse("1.3.6.9").compareTo(Oid.parse("1.3.6.10")) < 0);
        assertTrue(Oid.parse("1.3.6.2147483648").compareTo(Oid.parse("1.3.6.1")) > 0);
    }

    @Test
    void splitsColumnAndIndex() {
        Oid column = Oid.parse("1.3.6.1.2.1.2.2.1.10");
        assertEquals(Oid.of(7), column.append(7).below(column));
        assertThrows(IllegalArgumentException.class, () -> Oid.parse("1.3").below(column));
    }

    @Test
    void refusesNonsense() {
        for (String bad : new String[] {"1..3", "1.x", "1.4294967296", "1.-1", "1.3."}) {
            assertThrows(IllegalArgumentException.class, () -> Oid.parse(bad), bad);
        }
        assertThrows(IllegalArgumentException.class, () -> Oid.of(new int[129]));
    }
}
