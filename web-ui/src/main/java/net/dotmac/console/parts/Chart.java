package net.dotmac.console.parts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import elemental.json.JsonObject;

/** A chart drawn in the browser by ECharts from a plain option object; a text alternative is for who can't see it. */
@JavaScript("context://vendor/echarts.min.js")
@JavaScript("context://chart.js")
public class Chart extends Div {

    private static final long serialVersionUID = 1L;

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
