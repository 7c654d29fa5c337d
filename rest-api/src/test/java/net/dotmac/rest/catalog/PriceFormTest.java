package net.dotmac.rest.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PriceDetails;
import net.dotmac.catalog.PricePhase;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.UsageRules;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.json.Attributes;
import net.dotmac.rest.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFormTest {

    private static final String RECURRING = "{'name':'Fibre 500','priceType':'recurring',"
            + "'recurringChargePeriodType':'monthly','recurringChargePeriodLength':3,'isBundle':false,"
            + "'price':{'unit':'EUR','value':39.90},'tax':[{'taxCategory':'standard','taxRate':19}]}";

    private static final String TIERED = "{'name':'Data','priceType':'usage','price':{'unit':'EUR','value':0.5},"
            + "'unitOfMeasure':{'amount':1,'units':'GB'},'prodSpecCharValueUse':["
            + "{'name':'allowance','productSpecCharacteristicValue':[{'value':100}]},"
            + "{'name':'tier','productSpecCharacteristicValue':[{'value':0.5,'valueFrom':0,'valueTo':50},"
            + "{'value':0.25,'valueFrom':50}]},"
            + "{'name':'taxIncluded','productSpecCharacteristicValue':[{'value':true}]}]}";

    @Test
    void aRecurringPriceKeepsPeriodAmountAndTax() {
        PriceTerms terms = read(RECURRING).data().terms();
        assertEquals(PriceType.RECURRING, terms.type());
        assertEquals(new ChargePeriod(ChargePeriod.Unit.MONTH, 3), terms.period());
        assertEquals(new BigDecimal("39.90"), terms.unitPrice());
        assertEquals("EUR", terms.currency());
        assertEquals("standard", terms.taxCategory());
        assertFalse(terms.taxIncluded());
        assertNull(terms.tariff());
    }

    @Test
    void aTieredUsagePriceComesBackAsItWent() {
        PriceTerms terms = read(TIERED).data().terms();
        assertEquals(new BigDecimal("100"), terms.tariff().allowance());
        assertEquals(2, terms.tariff().tiers().size());
        assertEquals(new BigDecimal("50"), terms.tariff().tiers().get(0).upTo());
        assertTrue(terms.taxIncluded());
        assertEquals(terms, roundTrip(terms));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'model','productSpecCharacteristicValue':[{'value':'volume'}]}",
                "{'name':'model','productSpecCharacteristicValue':[{'value':'package'}]},"
                        + "{'name':'packageSize','productSpecCharacteristicValue':[{'value':10}]}",
                "{'name':'maximumCharge','productSpecCharacteristicValue':[{'value':25.5}]}",
                "{'name':'rolloverPeriods','productSpecCharacteristicValue':[{'value':3}]},"
                        + "{'name':'rolloverLimit','productSpecCharacteristicValue':[{'value':250}]}",
                "{'name':'window','productSpecCharacteristicValue':[{'value':0.1,'valueFrom':0,'valueTo':8},"
                        + "{'value':0.2,'valueFrom':120,'valueTo':168}]}"
            })
    void theRulesOfAUsagePriceComeBackAsTheyWent(String rules) {
        PriceTerms terms = read(metered(rules)).data().terms();
        assertNotEquals(UsageRules.PLAIN, terms.tariff().rules());
        assertEquals(terms.tariff().rules(), roundTrip(terms).tariff().rules());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'model','productSpecCharacteristicValue':[{'value':'stairs'}]}",
                "{'name':'model','productSpecCharacteristicValue':[{'value':'package'}]}",
                "{'name':'packageSize','productSpecCharacteristicValue':[{'value':10}]}",
                "{'name':'maximumCharge','productSpecCharacteristicValue':[{'value':-1}]}",
                "{'name':'maximumCharge','productSpecCharacteristicValue':[{'value':'much'}]}",
                "{'name':'rolloverPeriods','productSpecCharacteristicValue':[{'value':1.5}]}",
                "{'name':'rolloverPeriods','productSpecCharacteristicValue':[{'value':1e30}]}",
                "{'name':'rolloverPeriods','productSpecCharacteristicValue':[]}",
                "{'name':'window','productSpecCharacteristicValue':[{'value':0.1,'valueFrom':8,'valueTo':8}]}",
                "{'name':'window','productSpecCharacteristicValue':[{'value':0.1,'valueTo':8}]}",
                "{'name':'window','productSpecCharacteristicValue':[{'valueFrom':0,'valueTo':8}]}"
            })
    void rulesThatMakeNoSenseAreRefused(String rules) {
        var refused =
                assertThrows(DomainException.class, () -> read(metered(rules)).data());
        assertEquals("prodSpecCharValueUse", refused.attribute());
    }

    private static String metered(String rules) {
        return "{'name':'Data','priceType':'usage','price':{'unit':'EUR','value':0.5},"
                + "'unitOfMeasure':{'amount':1,'units':'GB'},'prodSpecCharValueUse':["
                + "{'name':'allowance','productSpecCharacteristicValue':[{'value':100}]}," + rules + "]}";
    }

    @Test
    void whatIsShownIsReadAsTheSame() {
        PriceTerms recurring = read(RECURRING).data().terms();
        PriceTerms again = roundTrip(recurring);
        assertEquals(0, recurring.unitPrice().compareTo(again.unitPrice()));
        assertEquals(recurring.period(), again.period());
        assertEquals(recurring.taxCategory(), again.taxCategory());
    }

    @Test
    void whenAPriceIsChargedAndWhatItBeginsWithComesBackAsItWent() {
        PriceData data = read("{'name':'Fibre','priceType':'recurring','recurringChargePeriodType':'month',"
                        + "'price':{'unit':'EUR','value':39.9},'prodSpecCharValueUse':["
                        + "{'name':'timing','productSpecCharacteristicValue':[{'value':'arrears'}]},"
                        + "{'name':'alignment','productSpecCharacteristicValue':[{'value':31}]},"
                        + "{'name':'phase','productSpecCharacteristicValue':["
                        + "{'value':0,'unitOfMeasure':'month','valueFrom':0,'valueTo':1},"
                        + "{'value':19.9,'unitOfMeasure':'month','valueFrom':1,'valueTo':6}]}]}")
                .data();
        assertEquals(
                new ChargePeriod(
                        ChargePeriod.Unit.MONTH, 1, ChargePeriod.Timing.ARREARS, ChargePeriod.Alignment.of("31")),
                data.terms().period());
        assertEquals(
                List.of(
                        new PricePhase(1, ChargePeriod.Unit.MONTH, BigDecimal.ZERO),
                        new PricePhase(6, ChargePeriod.Unit.MONTH, new BigDecimal("19.9"))),
                data.phases());
        PriceDetails details = new PriceDetails(UUID.randomUUID(), data, Instant.EPOCH, 0);
        ObjectNode shown = (ObjectNode) Json.write(PriceBody.of(details, "h"));
        PriceData again = Json.read(shown.retain(Attributes.of(PriceForm.class)), PriceForm.class)
                .data();
        assertEquals(data.terms().period(), again.terms().period());
        assertEquals(data.phases(), again.phases());
    }

    @Test
    void aUsagePriceForManyUnitsIsDividedByThem() {
        PriceTerms terms = read("{'name':'d','priceType':'usage','price':{'unit':'EUR','value':5},"
                        + "'unitOfMeasure':{'amount':10,'units':'GB'}}")
                .data()
                .terms();
        assertEquals(
                0, new BigDecimal("0.5").compareTo(terms.tariff().tiers().get(0).unitPrice()));
    }

    @Test
    void mandatoryAttributesAreShown() {
        JsonNode shown = Json.write(PriceBody.of(details(read(RECURRING).data().terms()), "h"));
        for (String name : new String[] {"id", "href", "name", "lastUpdate", "lifecycleStatus", "priceType", "@type"}) {
            assertTrue(shown.hasNonNull(name), name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'name':'a','price':{'unit':'EUR','value':1}}|priceType",
                "{'name':'a','priceType':'weekly','price':{'unit':'EUR','value':1}}|priceType",
                "{'name':'a','priceType':'oneTime'}|price",
                "{'name':'a','priceType':'usage','price':{'unit':'EUR','value':1}}|unitOfMeasure",
                "{'name':'a','priceType':'oneTime','recurringChargePeriodType':'month','price':{'unit':'EUR','value':1}}"
                        + "|recurringChargePeriodType",
                "{'name':'a','priceType':'recurring','recurringChargePeriodType':'moon','price':{'unit':'EUR','value':1}}"
                        + "|recurringChargePeriodType",
                "{'name':'a','priceType':'recurring','recurringChargePeriodType':'month',"
                        + "'recurringChargePeriodLength':0,'price':{'unit':'EUR','value':1}}|recurringChargePeriodLength",
                "{'name':'a','priceType':'oneTime','price':{'unit':'EUR','value':1},'prodSpecCharValueUse':["
                        + "{'name':'timing','productSpecCharacteristicValue':[{'value':'arrears'}]}]}"
                        + "|prodSpecCharValueUse",
                "{'name':'a','priceType':'recurring','recurringChargePeriodType':'day','price':{'unit':'EUR','value':1},"
                        + "'prodSpecCharValueUse':[{'name':'alignment','productSpecCharacteristicValue':"
                        + "[{'value':'cycle'}]}]}|prodSpecCharValueUse",
                "{'name':'a','priceType':'recurring','recurringChargePeriodType':'month','price':{'unit':'EUR','value':1},"
                        + "'prodSpecCharValueUse':[{'name':'phase','productSpecCharacteristicValue':"
                        + "[{'value':1,'unitOfMeasure':'month','valueFrom':2,'valueTo':3}]}]}|prodSpecCharValueUse",
                "{'name':'a','isBundle':true,'priceType':'oneTime','price':{'unit':'EUR','value':1}}|isBundle",
                "{'name':'a','priceType':'usage','price':{'unit':'EUR','value':1},'unitOfMeasure':"
                        + "{'amount':0,'units':'GB'}}|unitOfMeasure.amount",
            })
    void nonsenseIsNamed(String json, String attribute) {
        var refused = assertThrows(DomainException.class, () -> read(json).data());
        assertEquals(attribute, refused.attribute());
    }

    /** Shows a price and reads what was shown, as a PATCH that changes nothing does. */
    private static PriceTerms roundTrip(PriceTerms terms) {
        ObjectNode shown = (ObjectNode) Json.write(PriceBody.of(details(terms), "h"));
        return Json.read(shown.retain(Attributes.of(PriceForm.class)), PriceForm.class)
                .data()
                .terms();
    }

    private static PriceDetails details(PriceTerms terms) {
        return new PriceDetails(UUID.randomUUID(), new PriceData(terms, List.of(), null, "Active"), Instant.EPOCH, 0);
    }

    private static PriceForm read(String json) {
        return Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), PriceForm.class);
    }
}
