package net.dotmac.devtools.launcher;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.dotmac.devtools.demo.DemoTenant;

/**
 * What the demo's customers order in the course of the story: a telephone, a faster line, a line for a newcomer; and today an
 * upgrade that is done at once and two orders whose day is still to come.
 */
final class DemoOrders {

    private static final String CATALOG = "/tmf-api/productCatalogManagement/v4/";
    private static final String ORDERS = "/tmf-api/productOrderingManagement/v4/productOrder";
    private static final String PRODUCTS = "/tmf-api/productInventory/v4/product";
    private static final int CANDIDATES = 8;

    /** The offerings by their names in the demo's catalogue. */
    private static final String SLOWER = "Fibre 250";

    private static final String FASTER = "Fibre 1000";
    private static final String WIRELESS = "Wireless 50";
    private static final String TELEPHONE = "Telephone";
    private static final String TELEVISION = "IPTV";

    private final ApiClient api;
    private final DemoTenant tenant;
    private int placed;

    DemoOrders(ApiClient api, DemoTenant tenant) {
        this.api = api;
        this.tenant = tenant;
    }

    /** A product of a customer, as the inventory shows it. */
    private record Owned(String productId, String customerId, String accountId) {

        static Owned of(JsonObject product) {
            return new Owned(
                    product.getString("id"),
                    product.getJsonArray("relatedParty").getJsonObject(0).getString("id"),
                    product.getJsonObject("billingAccount").getString("id"));
        }
    }

    /** What was ordered in a month of the past, on the tenant's clock as it stands. */
    void ofMonth(int month) {
        List<Owned> owned = lines();
        if (month == 0) {
            owned.stream().skip(1).limit(1).forEach(who -> add(who, TELEPHONE, "Ordered by telephone", null));
        } else if (month == 1) {
            owned.stream().skip(2).limit(1).forEach(who -> upgrade(who, "Wants a faster line"));
        } else {
            newcomer();
        }
    }

    /** What is ordered today. */
    void ofToday(LocalDate today) {
        List<Owned> owned = lines();
        owned.stream().skip(3).limit(1).forEach(who -> upgrade(who, "Upgrade by the customer portal"));
        owned.stream().skip(4).limit(1).forEach(who -> add(who, TELEVISION, "From the first on", today.plusDays(9)));
        owned.stream().skip(5).limit(1).forEach(who -> end(who, today.plusMonths(1)));
    }

    /** Fibre lines, and where there are few, wireless ones; Anna's and Jonas's stories are told otherwise. */
    private List<Owned> lines() {
        JsonArray found = list(PRODUCTS + "?status=active&name=" + ApiClient.encode(SLOWER));
        if (found.size() < CANDIDATES) {
            found = Json.createArrayBuilder(found)
                    .addAll(Json.createArrayBuilder(
                            list(PRODUCTS + "?status=active&name=" + ApiClient.encode(WIRELESS))))
                    .build();
        }
        return found.getValuesAs(JsonObject.class).stream()
                .map(Owned::of)
                .filter(who -> !isOfStory(who.customerId()))
                .toList();
    }

    private boolean isOfStory(String customerId) {
        String name = api.get("/tmf-api/customerManagement/v4/customer/" + customerId)
                .asJsonObject()
                .getString("name");
        return name.equals("Anna Berger") || name.equals("Jonas Weber");
    }

    private JsonArray list(String path) {
        return api.get(path + "&limit=" + CANDIDATES).asJsonArray();
    }

    private void add(Owned who, String offering, String description, LocalDate start) {
        JsonObjectBuilder item = item("add", who.accountId()).add("productOffering", ref(offeringId(offering)));
        place(who.customerId(), description, start, item);
    }

    private void upgrade(Owned who, String description) {
        JsonObjectBuilder item = item("modify", who.accountId())
                .add("product", ref(who.productId()))
                .add("productOffering", ref(offeringId(FASTER)));
        place(who.customerId(), description, null, item);
    }

    private void end(Owned who, LocalDate day) {
        place(
                who.customerId(),
                "Moves abroad",
                day,
                item("delete", who.accountId()).add("product", ref(who.productId())));
    }

    /** A household that signed up on the web: customer, account and order. */
    private void newcomer() {
        boolean alpine = tenant.equals(DemoTenant.ALPENNETZ);
        String name = alpine ? "Nora Steinwender" : "Lupe Tamaiti";
        JsonObject customer = api.post(
                "/tmf-api/customerManagement/v4/customer",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add(
                                "engagedParty",
                                Json.createObjectBuilder()
                                        .add("id", "web-" + tenant.slug())
                                        .add("name", name)
                                        .add("@referredType", "Individual"))
                        .add(
                                "contactMedium",
                                Json.createArrayBuilder()
                                        .add(medium("email", "emailAddress", mail(name)))
                                        .add(address()))
                        .build());
        String customerId = customer.getString("id");
        JsonObject account = api.post(
                "/tmf-api/accountManagement/v4/billingAccount",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("relatedParty", party(customerId))
                        .build());
        Owned who = new Owned(null, customerId, account.getString("id"));
        add(who, SLOWER, "Signed up on the web site", null);
    }

    private static String mail(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    }

    private JsonObjectBuilder address() {
        boolean alpine = tenant.equals(DemoTenant.ALPENNETZ);
        return Json.createObjectBuilder()
                .add("mediumType", "postalAddress")
                .add(
                        "characteristic",
                        Json.createObjectBuilder()
                                .add("street1", alpine ? "Lindenweg 7" : "Reef Lane 3")
                                .add("postCode", tenant.postcode())
                                .add("city", tenant.city())
                                .add("country", tenant.country()));
    }

    private static JsonObjectBuilder medium(String type, String attribute, String value) {
        return Json.createObjectBuilder()
                .add("mediumType", type)
                .add("characteristic", Json.createObjectBuilder().add(attribute, value));
    }

    private String offeringId(String name) {
        return list(CATALOG + "productOffering?name=" + ApiClient.encode(name))
                .getJsonObject(0)
                .getString("id");
    }

    private void place(String customerId, String description, LocalDate start, JsonObjectBuilder item) {
        placed++;
        JsonObjectBuilder order = Json.createObjectBuilder()
                .add("externalId", "WEB-" + (10_230 + placed))
                .add("description", description)
                .add("relatedParty", party(customerId))
                .add("productOrderItem", Json.createArrayBuilder().add(item));
        if (start != null) {
            order.add("requestedStartDate", start.toString());
        }
        api.post(ORDERS, order.build());
    }

    private static JsonObjectBuilder item(String action, String accountId) {
        return Json.createObjectBuilder()
                .add("id", "1")
                .add("action", action)
                .add("quantity", 1)
                .add("billingAccount", ref(accountId));
    }

    private static JsonObjectBuilder ref(String id) {
        return Json.createObjectBuilder().add("id", id);
    }

    private static JsonArray party(String customerId) {
        return Json.createArrayBuilder()
                .add(ref(customerId).add("role", "customer").add("@referredType", "Customer"))
                .build();
    }
}
