package net.dotmac.console.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each area speaks each language: the same keys, with the same parameters. */
class TextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "billing",
                "catalog",
                "collections",
                "customers",
                "debits",
                "documents",
                "imports",
                "ledger",
                "network",
                "orders",
                "parts",
                "payments",
                "prepaid",
                "shell",
                "taxes",
                "usage"
            })
    void eachLanguageHasEachTextWithItsParameters(String bundle) throws IOException {
        Properties english = texts(bundle, "en");
        for (String language : new String[] {"de", "fr"}) {
            Properties other = texts(bundle, language);
            assertEquals(
                    new TreeSet<>(english.stringPropertyNames()),
                    new TreeSet<>(other.stringPropertyNames()),
                    bundle + " in " + language);
            for (String key : english.stringPropertyNames()) {
                assertEquals(
                        parameters(english.getProperty(key)),
                        parameters(other.getProperty(key)),
                        key + " in " + language);
                assertTrue(!other.getProperty(key).isBlank(), key + " in " + language);
            }
        }
    }

    /** A text without parameters is shown as it stands, so it may hold braces and single apostrophes. */
    private static int parameters(String text) {
        return text.contains("{0") ? new MessageFormat(text).getFormatsByArgumentIndex().length : 0;
    }

    private static Properties texts(String bundle, String language) throws IOException {
        Properties texts = new Properties();
        String path = "i18n/" + bundle + "_" + language + ".properties";
        try (var stream = Texts.class.getClassLoader().getResourceAsStream(path);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
