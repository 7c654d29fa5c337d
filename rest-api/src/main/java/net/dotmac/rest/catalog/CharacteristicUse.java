package net.dotmac.rest.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * A characteristic with its values, as TMF620 has them in specifications and prices.
 *
 * @param productSpecCharacteristicValue its values
 */
record CharacteristicUse(String name, String valueType, List<Value> productSpecCharacteristicValue) {

    CharacteristicUse {
        productSpecCharacteristicValue =
                productSpecCharacteristicValue == null ? List.of() : List.copyOf(productSpecCharacteristicValue);
    }

    /**
     * One value, or one range of values.
     *
     * @param valueFrom lower end of the range the value holds for, or null
     * @param valueTo upper end, or null for none
     */
    record Value(JsonNode value, String unitOfMeasure, BigDecimal valueFrom, BigDecimal valueTo) {}
}
