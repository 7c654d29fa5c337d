package net.dotmac.billing.domain;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The schemas and rules of EN 16931 and of Peppol BIS Billing 3, as phive has them. */
final class EInvoiceRules {

    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES = rules();

    private EInvoiceRules() {}

    /** What the rules of the format find wrong with it; empty if nothing. */
    static List<String> broken(EInvoiceFormat format, boolean isCreditNote, byte[] xml) {
        List<String> broken = new ArrayList<>();
        if (format == EInvoiceFormat.CII) {
            validate(EN16931Validation.VID_CII_1316, xml, broken);
        } else {
            validate(
                    isCreditNote ? EN16931Validation.VID_UBL_CREDIT_NOTE_1316 : EN16931Validation.VID_UBL_INVOICE_1316,
                    xml,
                    broken);
            if (new String(xml, StandardCharsets.UTF_8).contains(EInvoiceRenderer.PEPPOL_CUSTOMIZATION)) {
                validate(
                        isCreditNote
                                ? PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3
                                : PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3,
                        xml,
                        broken);
            }
        }
        return broken;
    }

    private static void validate(DVRCoordinate rules, byte[] xml, List<String> broken) {
        ValidationExecutionManager.executeValidation(
                        IValidityDeterminator.createDefault(),
                        RULES.getOfID(rules),
                        ValidationSourceXML.create("document", parsed(xml)),
                        Locale.ENGLISH)
                .getAllFailures()
                .forEach(error -> broken.add(error.getErrorID() + " " + error.getErrorFieldName() + " "
                        + error.getErrorText(Locale.ENGLISH)));
    }

    private static Document parsed(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("not XML", e);
        }
    }

    private static ValidationExecutorSetRegistry<IValidationSourceXML> rules() {
        ValidationExecutorSetRegistry<IValidationSourceXML> registry = new ValidationExecutorSetRegistry<>();
        EN16931Validation.initEN16931(registry);
        PeppolValidation2026_05.init(registry);
        return registry;
    }
}
