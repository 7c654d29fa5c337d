package net.dotmac.rest.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import net.dotmac.catalog.SpecificationData;
import net.dotmac.catalog.SpecificationDetails;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.tmf.Bundles;

/** TMF620 ProductSpecification. */
record SpecificationBody(
        String id,
        String href,
        String name,
        String description,
        String brand,
        Boolean isBundle,
        String lifecycleStatus,
        Instant lastUpdate,
        List<CharacteristicUse> productSpecCharacteristic,
        @JsonProperty("@type") String type) {

    private static final String SERVICE_TYPE = "serviceType";

    static SpecificationBody of(SpecificationDetails specification, String href) {
        SpecificationData data = specification.data();
        var serviceType = new CharacteristicUse.Value(TextNode.valueOf(data.serviceType()), null, null, null);
        return new SpecificationBody(
                specification.id().toString(),
                href,
                data.name(),
                data.description(),
                data.brand(),
                false,
                data.lifecycleStatus(),
                specification.lastUpdate(),
                List.of(new CharacteristicUse(SERVICE_TYPE, "string", List.of(serviceType))),
                "ProductSpecification");
    }

    /** The writable attributes. */
    record Form(
            String name,
            String description,
            String brand,
            Boolean isBundle,
            String lifecycleStatus,
            Instant lastUpdate,
            List<CharacteristicUse> productSpecCharacteristic) {

        SpecificationData data() {
            Bundles.refuse(isBundle);
            return new SpecificationData(name, description, brand, serviceType(), lifecycleStatus);
        }

        private String serviceType() {
            if (productSpecCharacteristic == null || productSpecCharacteristic.isEmpty()) {
                return "goods";
            }
            CharacteristicUse only = productSpecCharacteristic.get(0);
            boolean isServiceType = productSpecCharacteristic.size() == 1
                    && SERVICE_TYPE.equals(only.name())
                    && only.productSpecCharacteristicValue().size() == 1
                    && only.productSpecCharacteristicValue().get(0).value() != null
                    && only.productSpecCharacteristicValue().get(0).value().isTextual();
            if (!isServiceType) {
                throw DomainException.invalid(
                        "productSpecCharacteristic",
                        "A specification has one characteristic, serviceType, with one text as its value.");
            }
            return only.productSpecCharacteristicValue().get(0).value().asText();
        }
    }
}
