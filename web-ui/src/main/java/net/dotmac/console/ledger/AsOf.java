package net.dotmac.console.ledger;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.dotmac.console.parts.Words;

/** A day in the page's URL, and the field that changes it. */
final class AsOf {

    private AsOf() {}

    /** The day in the URL, or another if none stands there that can be read. */
    static LocalDate day(QueryParameters shown, String name, LocalDate otherwise) {
        try {
            return shown.getSingleParameter(name).map(LocalDate::parse).orElse(otherwise);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    static DatePicker picker(QueryParameters shown, String name, LocalDate day) {
        DatePicker picker = new DatePicker(Words.of("ledger." + name));
        picker.setValue(day);
        picker.setRequired(true);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                Map<String, String> parameters = new HashMap<>();
                shown.getParameters().forEach((key, values) -> parameters.put(key, values.get(0)));
                parameters.put(name, change.getValue().toString());
                UI.getCurrent().navigate("ledger", QueryParameters.simple(parameters));
            }
        });
        return picker;
    }
}
