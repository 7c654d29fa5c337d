package net.dotmac.events.persistence;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Event data as JSON text and back, as plain maps, lists and values. */
final class EventJson {

    private static final Jsonb JSON = JsonbBuilder.create();

    private EventJson() {}

    static String write(Map<String, ?> data) {
        return JSON.toJson(data);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(String json) {
        return JSON.fromJson(json, LinkedHashMap.class);
    }
}
