package net.dotmac.console.shell;

import com.vaadin.cdi.annotation.VaadinServiceEnabled;
import com.vaadin.cdi.annotation.VaadinServiceScoped;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The console's texts: one bundle per area, named by the first word of the key ({@code customers.title} stands in
 * {@code i18n/customers}). Patterns are those of {@link MessageFormat}.
 */
@VaadinServiceEnabled
@VaadinServiceScoped
public class Texts implements I18NProvider {

    private static final long serialVersionUID = 1L;
    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        String bundle = key.substring(0, Math.max(0, key.indexOf('.')));
        try {
            String text = ResourceBundle.getBundle("i18n." + bundle, locale, Texts.class.getClassLoader(), NO_FALLBACK)
                    .getString(key.substring(bundle.length() + 1));
            return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
        } catch (MissingResourceException e) {
            return key;
        }
    }
}
