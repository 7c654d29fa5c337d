package net.dotmac.rest.tmf;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import net.dotmac.rest.write.PathId;

/**
 * A reference to another resource: TM Forum's RelatedParty, BillingAccountRef, ProductOfferingRef and their like.
 *
 * @param name for people, or null
 * @param role of a related party, e.g. {@code customer}; null elsewhere
 * @param referredType name of the resource's class, e.g. {@code Customer}
 */
public record Ref(
        String id, String href, String name, String role, @JsonProperty("@referredType") String referredType) {

    public static Ref to(String id, String href, String name, String referredType) {
        return new Ref(id, href, name, null, referredType);
    }

    /** The id of a reference that was sent, or null if none was. @throws DomainException if it names no id of ours */
    public static UUID idOf(Ref ref, String attribute) {
        return ref == null ? null : PathId.inBody(attribute + ".id", ref.id());
    }
}
