package net.dotmac.console.parts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A chart drawn in the browser by ECharts from a plain option object; a text alternative is for who can't see it. */
@JavaScript("context://vendor/echarts.min.js")
@JavaScript("context://chart.js")
public class Chart extends Div {

    private static final long serialVersionUID = 1L;

    private static final int WIDEST_BAR = 36;

    private transient JsonObject option;

    public Chart(String description) {
        addClassName("chart");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", description);
    }

    /** Draws the chart, or draws it anew. */
    public void show(JsonObject newOption) {
        option = newOption;
        if (isAttached()) {
            draw();
        }
    }

    /**
     * Draws bars from a zero baseline.
     *
     * @param labels along the axis
     * @param series values by name, as many each as there are labels; several are stacked
     */
    public Chart bars(List<String> labels, Map<String, List<BigDecimal>> series) {
        JsonArray names = Json.createArray();
        labels.forEach(label -> names.set(names.length(), label));
        JsonObject along = Json.createObject();
        along.put("type", "category");
        along.put("data", names);
        JsonObject up = Json.createObject();
        up.put("type", "value");
        up.put("min", 0);
        JsonArray all = Json.createArray();
        series.forEach((name, values) -> {
            JsonArray data = Json.createArray();
            // As text, which ECharts reads too: an amount never becomes a floating-point number on our side.
            values.forEach(value -> data.set(data.length(), value.toPlainString()));
            JsonObject bars = Json.createObject();
            bars.put("type", "bar");
            bars.put("name", name);
            bars.put("stack", "all");
            bars.put("barMaxWidth", WIDEST_BAR);
            bars.put("data", data);
            all.set(all.length(), bars);
        });
        JsonObject drawing = Json.createObject();
        drawing.put("xAxis", along);
        drawing.put("yAxis", up);
        drawing.put("series", all);
        show(drawing);
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (option != null) {
            draw();
        }
    }

    private void draw() {
        getElement().executeJs("window.dotmacChart(this, $0)", option);
    }
}
