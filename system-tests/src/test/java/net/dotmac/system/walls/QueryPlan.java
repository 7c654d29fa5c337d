package net.dotmac.system.walls;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** What a plan tells: tables read from end to end, and rows looked at in all. */
final class QueryPlan {

    final String text;
    final List<String> scanned = new ArrayList<>();
    final List<String> indexes = new ArrayList<>();
    long visited;

    private QueryPlan(String text) {
        this.text = text;
    }

    static QueryPlan read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject plan = reader.readObject();
            QueryPlan read = new QueryPlan(plan.getString("Query Text"));
            read.visit(plan.getJsonObject("Plan"));
            return read;
        }
    }

    private void visit(JsonObject node) {
        String table = node.getString("Schema", "") + "." + node.getString("Relation Name", "");
        long rows = number(node, "Actual Rows")
                + number(node, "Rows Removed by Filter")
                + number(node, "Rows Removed by Index Recheck");
        if (node.containsKey("Index Name")) {
            indexes.add(node.getString("Index Name"));
        }
        if (node.containsKey("Relation Name")) {
            visited += rows * Math.max(1, number(node, "Actual Loops"));
            if (node.getString("Node Type").equals("Seq Scan")
                    && ManyRows.tables().stream()
                            .anyMatch(each -> each.endsWith("." + node.getString("Relation Name")))) {
                scanned.add(table + " in " + text);
            }
        }
        if (node.containsKey("Plans")) {
            node.getJsonArray("Plans").getValuesAs(JsonValue::asJsonObject).forEach(this::visit);
        }
    }

    private static long number(JsonObject node, String name) {
        return node.containsKey(name)
                ? node.getJsonNumber(name).bigDecimalValue().longValue()
                : 0;
    }

    @Override
    public String toString() {
        return text + " visits " + visited + " rows, by " + indexes;
    }
}
