package net.dotmac.billing.domain;

import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentLineDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeLineItemType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeAllowanceChargeType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePriceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeProductType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementLineMonetarySummationType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.IndicatorType;

/** A line (BG-25) as CII. */
final class CiiLine {

    /** UNTDID 5189: discount. */
    private static final String DISCOUNT = "95";

    private CiiLine() {}

    static SupplyChainTradeLineItemType of(EInvoice.Line line) {
        SupplyChainTradeLineItemType item = new SupplyChainTradeLineItemType();
        DocumentLineDocumentType document = new DocumentLineDocumentType();
        document.setLineID(String.valueOf(line.number()));
        if (line.note() != null) {
            document.addIncludedNote(CiiParts.note(line.note()));
        }
        item.setAssociatedDocumentLineDocument(document);
        TradeProductType product = new TradeProductType();
        product.addName(CiiParts.text(line.name()));
        item.setSpecifiedTradeProduct(product);
        LineTradeAgreementType agreement = new LineTradeAgreementType();
        agreement.setNetPriceProductTradePrice(price(line));
        item.setSpecifiedLineTradeAgreement(agreement);
        LineTradeDeliveryType delivery = new LineTradeDeliveryType();
        delivery.setBilledQuantity(CiiParts.quantity(line.quantity(), line.unit()));
        item.setSpecifiedLineTradeDelivery(delivery);
        item.setSpecifiedLineTradeSettlement(settlement(line));
        return item;
    }

    private static TradePriceType price(EInvoice.Line line) {
        TradePriceType price = new TradePriceType();
        price.addChargeAmount(CiiParts.amount(line.price()));
        if (line.base() != null) {
            price.setBasisQuantity(CiiParts.quantity(line.base(), line.unit()));
        }
        return price;
    }

    private static LineTradeSettlementType settlement(EInvoice.Line line) {
        LineTradeSettlementType settlement = new LineTradeSettlementType();
        settlement.addApplicableTradeTax(CiiParts.vat(line.category(), line.percent()));
        settlement.setBillingSpecifiedPeriod(CiiParts.period(line.period()));
        if (line.discount() != null) {
            TradeAllowanceChargeType discount = new TradeAllowanceChargeType();
            IndicatorType isCharge = new IndicatorType();
            isCharge.setIndicator(false);
            discount.setChargeIndicator(isCharge);
            discount.addActualAmount(CiiParts.amount(line.discount()));
            discount.setReasonCode(DISCOUNT);
            discount.setReason("Discount");
            settlement.addSpecifiedTradeAllowanceCharge(discount);
        }
        TradeSettlementLineMonetarySummationType sum = new TradeSettlementLineMonetarySummationType();
        sum.addLineTotalAmount(CiiParts.amount(line.net()));
        settlement.setSpecifiedTradeSettlementLineMonetarySummation(sum);
        return settlement;
    }
}
