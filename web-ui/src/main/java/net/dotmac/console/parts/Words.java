package net.dotmac.console.parts;

import com.vaadin.flow.component.UI;

/** Texts of the bundles in the language of the current page. */
public final class Words {

    private Words() {}

    public static String of(String key, Object... parameters) {
        UI ui = UI.getCurrent();
        return ui == null ? key : ui.getTranslation(key, parameters);
    }
}
