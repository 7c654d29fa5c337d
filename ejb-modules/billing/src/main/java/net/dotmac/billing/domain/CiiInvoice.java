package net.dotmac.billing.domain;

import net.dotmac.billing.domain.EInvoice.Party;
import net.dotmac.billing.domain.EInvoice.Payment;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.CreditorFinancialAccountType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentContextType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ReferencedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeTransactionType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeAddressType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeContactType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePartyType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePaymentTermsType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementHeaderMonetarySummationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementPaymentMeansType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeTaxType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.AmountType;

/** An e-invoice as UN/CEFACT Cross Industry Invoice D16B, the syntax that ZUGFeRD and Factur-X embed. */
final class CiiInvoice {

    static final String GUIDELINE = "urn:cen.eu:en16931:2017";

    private final EInvoice invoice;

    private CiiInvoice(EInvoice invoice) {
        this.invoice = invoice;
    }

    static CrossIndustryInvoiceType of(EInvoice invoice) {
        return new CiiInvoice(invoice).build();
    }

    private CrossIndustryInvoiceType build() {
        ExchangedDocumentContextType context = new ExchangedDocumentContextType();
        context.addGuidelineSpecifiedDocumentContextParameter(CiiParts.parameter(GUIDELINE));
        ExchangedDocumentType document = new ExchangedDocumentType();
        document.setID(invoice.number());
        document.setTypeCode(invoice.typeCode());
        document.setIssueDateTime(CiiParts.day(invoice.issuedOn()));
        SupplyChainTradeTransactionType transaction = new SupplyChainTradeTransactionType();
        invoice.lines().forEach(line -> transaction.addIncludedSupplyChainTradeLineItem(CiiLine.of(line)));
        transaction.setApplicableHeaderTradeAgreement(agreement());
        transaction.setApplicableHeaderTradeDelivery(new HeaderTradeDeliveryType());
        transaction.setApplicableHeaderTradeSettlement(settlement());
        CrossIndustryInvoiceType type = new CrossIndustryInvoiceType();
        type.setExchangedDocumentContext(context);
        type.setExchangedDocument(document);
        type.setSupplyChainTradeTransaction(transaction);
        return type;
    }

    private HeaderTradeAgreementType agreement() {
        HeaderTradeAgreementType agreement = new HeaderTradeAgreementType();
        agreement.setBuyerReference(invoice.buyerReference());
        TradePartyType seller = party(invoice.seller());
        contact(seller);
        agreement.setSellerTradeParty(seller);
        agreement.setBuyerTradeParty(party(invoice.buyer()));
        if (invoice.purchaseOrder() != null) {
            ReferencedDocumentType order = new ReferencedDocumentType();
            order.setIssuerAssignedID(invoice.purchaseOrder());
            agreement.setBuyerOrderReferencedDocument(order);
        }
        return agreement;
    }

    private static TradePartyType party(Party from) {
        TradePartyType party = new TradePartyType();
        party.addID(CiiParts.id(from.id(), null));
        party.setName(from.name());
        TradeAddressType address = new TradeAddressType();
        address.setPostcodeCode(from.postcode());
        address.setLineOne(from.street());
        address.setCityName(from.city());
        address.setCountryID(from.country());
        party.setPostalTradeAddress(address);
        if (from.address() != null) {
            party.addURIUniversalCommunication(
                    CiiParts.uri(from.address().scheme(), from.address().id()));
        }
        if (from.vatId() != null) {
            party.addSpecifiedTaxRegistration(CiiParts.vatRegistration(from.vatId()));
        }
        return party;
    }

    private void contact(TradePartyType seller) {
        if (invoice.seller().email() == null && invoice.seller().phone() == null) {
            return;
        }
        TradeContactType contact = new TradeContactType();
        contact.setPersonName(CiiParts.text(invoice.seller().name()));
        if (invoice.seller().phone() != null) {
            contact.setTelephoneUniversalCommunication(
                    CiiParts.phone(invoice.seller().phone()));
        }
        if (invoice.seller().email() != null) {
            contact.setEmailURIUniversalCommunication(
                    CiiParts.uri(null, invoice.seller().email()));
        }
        seller.addDefinedTradeContact(contact);
    }

    private HeaderTradeSettlementType settlement() {
        HeaderTradeSettlementType settlement = new HeaderTradeSettlementType();
        settlement.addPaymentReference(CiiParts.text(invoice.payment().reference()));
        settlement.setInvoiceCurrencyCode(invoice.currency());
        settlement.addSpecifiedTradeSettlementPaymentMeans(means(invoice.payment()));
        invoice.vats().forEach(vat -> settlement.addApplicableTradeTax(vat(vat)));
        settlement.setBillingSpecifiedPeriod(CiiParts.period(invoice.period()));
        TradePaymentTermsType terms = new TradePaymentTermsType();
        terms.addDescription(CiiParts.text(invoice.paymentTerms()));
        if (invoice.dueOn() != null) {
            terms.setDueDateDateTime(CiiParts.day(invoice.dueOn()));
        }
        settlement.addSpecifiedTradePaymentTerms(terms);
        settlement.setSpecifiedTradeSettlementHeaderMonetarySummation(sums());
        if (invoice.corrects() != null) {
            ReferencedDocumentType corrected = new ReferencedDocumentType();
            corrected.setIssuerAssignedID(invoice.corrects());
            if (invoice.correctsOn() != null) {
                corrected.setFormattedIssueDateTime(CiiParts.formattedDay(invoice.correctsOn()));
            }
            settlement.setInvoiceReferencedDocument(corrected);
        }
        return settlement;
    }

    private static TradeSettlementPaymentMeansType means(Payment payment) {
        TradeSettlementPaymentMeansType means = new TradeSettlementPaymentMeansType();
        means.setTypeCode(payment.code());
        if (payment.iban() != null || payment.account() != null) {
            CreditorFinancialAccountType account = new CreditorFinancialAccountType();
            if (payment.iban() != null) {
                account.setIBANID(payment.iban());
            } else {
                account.setProprietaryID(payment.account());
            }
            means.setPayeePartyCreditorFinancialAccount(account);
        }
        return means;
    }

    private static TradeTaxType vat(EInvoice.Vat vat) {
        TradeTaxType tax = CiiParts.vat(vat.category(), vat.percent());
        tax.addCalculatedAmount(CiiParts.amount(vat.tax()));
        tax.addBasisAmount(CiiParts.amount(vat.net()));
        if (vat.reason() != null) {
            tax.setExemptionReason(vat.reason());
        }
        if (vat.reasonCode() != null) {
            tax.setExemptionReasonCode(vat.reasonCode());
        }
        return tax;
    }

    private TradeSettlementHeaderMonetarySummationType sums() {
        TradeSettlementHeaderMonetarySummationType sums = new TradeSettlementHeaderMonetarySummationType();
        sums.addLineTotalAmount(CiiParts.amount(invoice.net()));
        sums.addTaxBasisTotalAmount(CiiParts.amount(invoice.net()));
        AmountType tax = CiiParts.amount(invoice.tax());
        tax.setCurrencyID(invoice.currency());
        sums.addTaxTotalAmount(tax);
        sums.addGrandTotalAmount(CiiParts.amount(invoice.gross()));
        sums.addDuePayableAmount(CiiParts.amount(invoice.gross()));
        return sums;
    }
}
