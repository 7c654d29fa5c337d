package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.dotmac.kernel.BillingPeriod;
import un.unece.uncefact.data.standard.qualifieddatatype._100.FormattedDateTimeType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentContextParameterType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.NoteType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SpecifiedPeriodType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TaxRegistrationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeTaxType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.UniversalCommunicationType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.AmountType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.DateTimeType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.IDType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.QuantityType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.TextType;

/** The small types of CII that come again and again. */
final class CiiParts {

    private static final String DAY_FORMAT = "102";

    private CiiParts() {}

    static AmountType amount(BigDecimal value) {
        return new AmountType(value);
    }

    static TextType text(String value) {
        return new TextType(value);
    }

    static IDType id(String value, String scheme) {
        IDType id = new IDType(value);
        id.setSchemeID(scheme);
        return id;
    }

    static QuantityType quantity(BigDecimal value, String unit) {
        QuantityType quantity = new QuantityType(value);
        quantity.setUnitCode(unit);
        return quantity;
    }

    static DateTimeType day(LocalDate day) {
        DateTimeType.DateTimeString text = new DateTimeType.DateTimeString();
        text.setFormat(DAY_FORMAT);
        text.setValue(DateTimeFormatter.BASIC_ISO_DATE.format(day));
        DateTimeType type = new DateTimeType();
        type.setDateTimeString(text);
        return type;
    }

    static FormattedDateTimeType formattedDay(LocalDate day) {
        FormattedDateTimeType.DateTimeString text = new FormattedDateTimeType.DateTimeString();
        text.setFormat(DAY_FORMAT);
        text.setValue(DateTimeFormatter.BASIC_ISO_DATE.format(day));
        FormattedDateTimeType type = new FormattedDateTimeType();
        type.setDateTimeString(text);
        return type;
    }

    /** First and last day. */
    static SpecifiedPeriodType period(BillingPeriod period) {
        SpecifiedPeriodType type = new SpecifiedPeriodType();
        type.setStartDateTime(day(period.start()));
        type.setEndDateTime(day(period.lastDay()));
        return type;
    }

    static TradeTaxType vat(String category, BigDecimal percent) {
        TradeTaxType tax = new TradeTaxType();
        tax.setTypeCode("VAT");
        tax.setCategoryCode(category);
        if (percent != null) {
            tax.setRateApplicablePercent(percent);
        }
        return tax;
    }

    static TaxRegistrationType vatRegistration(String vatId) {
        TaxRegistrationType registration = new TaxRegistrationType();
        registration.setID(id(vatId, "VA"));
        return registration;
    }

    static UniversalCommunicationType uri(String scheme, String value) {
        UniversalCommunicationType communication = new UniversalCommunicationType();
        communication.setURIID(id(value, scheme));
        return communication;
    }

    static UniversalCommunicationType phone(String number) {
        UniversalCommunicationType communication = new UniversalCommunicationType();
        communication.setCompleteNumber(number);
        return communication;
    }

    static DocumentContextParameterType parameter(String id) {
        DocumentContextParameterType parameter = new DocumentContextParameterType();
        parameter.setID(id);
        return parameter;
    }

    static NoteType note(String content) {
        NoteType note = new NoteType();
        note.addContent(text(content));
        return note;
    }
}
