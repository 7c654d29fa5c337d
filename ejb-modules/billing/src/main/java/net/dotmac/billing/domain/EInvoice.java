package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.kernel.BillingPeriod;

/**
 * A document in the terms of EN 16931, before it takes the form of one syntax. Amounts are in whole currency units with the
 * currency's decimals and, of a credit note, positive.
 *
 * @param typeCode BT-3: 380 for an invoice, 381 for a credit note
 * @param dueOn BT-9, null for a credit note
 * @param buyerReference BT-10
 * @param purchaseOrder BT-13, or null
 * @param corrects BT-25, or null
 * @param correctsOn BT-26, or null
 * @param period BG-14, around the periods of all lines
 * @param paymentTerms BT-20
 * @param payment BG-16
 * @param lines BG-25
 * @param vats BG-23, one per category and rate
 * @param net BT-106 and BT-109
 * @param tax BT-110
 * @param gross BT-112 and BT-115
 */
record EInvoice(
        String typeCode,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        String buyerReference,
        String purchaseOrder,
        String corrects,
        LocalDate correctsOn,
        BillingPeriod period,
        Party seller,
        Party buyer,
        String paymentTerms,
        Payment payment,
        List<Line> lines,
        List<Vat> vats,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross) {

    EInvoice {
        lines = List.copyOf(lines);
        vats = List.copyOf(vats);
    }

    /**
     * BG-4 or BG-7.
     *
     * @param id BT-29 or BT-46
     * @param vatId BT-31 or BT-48, or null
     * @param address BT-34 or BT-49, or null
     * @param email of the contact, or null
     * @param phone of the contact, or null
     */
    record Party(
            String id,
            String name,
            String street,
            String postcode,
            String city,
            String country,
            String vatId,
            ElectronicAddress address,
            String email,
            String phone) {}

    /**
     * @param code BT-81 of UNTDID 4461
     * @param iban BT-84 as an IBAN, or null
     * @param account BT-84 as any other account number, or null
     * @param reference BT-83
     */
    record Payment(String code, String iban, String account, String reference) {}

    /**
     * BG-25.
     *
     * @param note BT-127, or null
     * @param quantity BT-129, negative where something is given back
     * @param unit BT-130 of UN/ECE Recommendation 20
     * @param price BT-146, never negative, up to 8 decimals
     * @param base BT-149, or null for one
     * @param discount BT-136, or null
     * @param net BT-131 = quantity × price ÷ base − discount
     * @param category BT-151
     * @param percent BT-152, null outside VAT
     */
    record Line(
            int number,
            String name,
            String note,
            BillingPeriod period,
            BigDecimal quantity,
            String unit,
            BigDecimal price,
            BigDecimal base,
            BigDecimal discount,
            BigDecimal net,
            String category,
            BigDecimal percent) {}

    /**
     * BG-23.
     *
     * @param category BT-118: S, Z, E, AE or O
     * @param percent BT-119, 0 outside VAT
     * @param net BT-116
     * @param tax BT-117
     * @param reason BT-120, or null
     * @param reasonCode BT-121, or null
     */
    record Vat(String category, BigDecimal percent, BigDecimal net, BigDecimal tax, String reason, String reasonCode) {}
}
