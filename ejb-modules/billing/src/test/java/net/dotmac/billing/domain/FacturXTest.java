package net.dotmac.billing.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import net.dotmac.billing.domain.EInvoiceSamples.Sample;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PDF/A-3 with its XML inside, asked of Mustang's validator, which asks veraPDF and the rules of EN 16931. */
class FacturXTest {

    @Test
    void theXmlWithinIsTheCii() throws IOException {
        Sample sample = EInvoiceSamples.of(3);
        byte[] pdf = EInvoiceRenderer.render(sample.document(), sample.terms(), EInvoiceFormat.FACTUR_X);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            PDComplexFileSpecification file = read.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("factur-x.xml");
            assertArrayEquals(
                    EInvoiceRenderer.render(sample.document(), sample.terms(), EInvoiceFormat.CII),
                    file.getEmbeddedFile().toByteArray());
        }
        assertArrayEquals(pdf, EInvoiceRenderer.render(sample.document(), sample.terms(), EInvoiceFormat.FACTUR_X));
    }

    @Test
    void isValid() throws Exception {
        check(3);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 7, 9, 10})
    void isValidWhateverIsOnTheDocument(int seed) throws Exception {
        check(seed);
    }

    private static void check(int seed) throws Exception {
        Sample sample = EInvoiceSamples.of(seed);
        byte[] pdf = EInvoiceRenderer.render(sample.document(), sample.terms(), EInvoiceFormat.FACTUR_X);
        Path folder = Files.createDirectories(Path.of("target", "documents", "e-invoices"));
        Path file = Files.write(folder.resolve(seed + ".facturx.pdf"), pdf);
        String report = report(file);
        assertTrue(report.contains("flavour=3b") && report.contains("isCompliant=true"), report);
        assertEquals("valid", report.replaceAll("(?s).*<summary status=\"(\\w+)\".*", "$1"), report);
    }

    private static String report(Path file) throws Exception {
        URL jar = Path.of("target", "mustang", "mustang-validator.jar").toUri().toURL();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader apart = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(apart);
            Class<?> type = apart.loadClass("org.mustangproject.validator.ZUGFeRDValidator");
            Object validator = type.getConstructor().newInstance();
            return (String) type.getMethod("validate", String.class).invoke(validator, file.toString());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
