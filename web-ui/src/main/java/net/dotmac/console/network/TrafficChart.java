package net.dotmac.console.network;

import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.networking.TrafficPoint;

/** A traffic series as a chart: received and sent in Mbit/s, gaps shown as gaps. */
final class TrafficChart {

    private static final double MEGA = 1_000_000.0;

    private TrafficChart() {}

    static JsonObject option(List<TrafficPoint> points, Duration step) {
        JsonObject option = Json.createObject();
        // A chart knows the browser's zone and UTC; it is given the tenant's wall clock as if that were UTC.
        option.put("useUTC", true);
        JsonObject time = Json.createObject();
        time.put("type", "time");
        option.put("xAxis", time);
        JsonObject rate = Json.createObject();
        rate.put("type", "value");
        rate.put("name", "Mbit/s");
        rate.put("min", 0);
        option.put("yAxis", rate);
        JsonArray series = Json.createArray();
        series.set(0, series(Words.of("network.received"), points, step, TrafficPoint::inBps));
        series.set(1, series(Words.of("network.sent"), points, step, TrafficPoint::outBps));
        option.put("series", series);
        return option;
    }

    private static JsonObject series(
            String name, List<TrafficPoint> points, Duration step, Function<TrafficPoint, Long> rate) {
        JsonArray data = Json.createArray();
        Instant last = null;
        for (TrafficPoint point : points) {
            if (last != null && Duration.between(last, point.at()).compareTo(step.multipliedBy(3)) > 0) {
                data.set(data.length(), pair(last.plus(step), null));
            }
            data.set(data.length(), pair(point.at(), rate.apply(point)));
            last = point.at();
        }
        JsonObject series = Json.createObject();
        series.put("name", name);
        series.put("type", "line");
        series.put("showSymbol", false);
        series.put("connectNulls", false);
        series.put("data", data);
        return series;
    }

    private static JsonArray pair(Instant at, Long bitsPerSecond) {
        JsonArray pair = Json.createArray();
        pair.set(0, (double) Formats.wallClockMillis(at));
        if (bitsPerSecond == null) {
            pair.set(1, Json.createNull());
        } else {
            pair.set(1, Math.round(bitsPerSecond / MEGA * 1000) / 1000.0);
        }
        return pair;
    }
}
