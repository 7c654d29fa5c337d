package net.dotmac.payments.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes pain.002 files for tests: a bank's answer to one of our files. */
public final class StatusFile {

    private final String id;
    private final String original;
    private String fileStatus = "";
    private final List<String> groups = new ArrayList<>();

    public StatusFile(String id, String original) {
        this.id = id;
        this.original = original;
    }

    /** What becomes of the whole file. */
    public StatusFile file(String status, String reason) {
        fileStatus = "<GrpSts>" + status + "</GrpSts>" + why(reason);
        return this;
    }

    /** What becomes of a whole group. */
    public StatusFile group(String group, String status, String reason) {
        groups.add("<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + group + "</OrgnlPmtInfId><PmtInfSts>" + status
                + "</PmtInfSts>" + why(reason) + "</OrgnlPmtInfAndSts>");
        return this;
    }

    /** What becomes of one debit of a group. */
    public StatusFile debit(String group, String endToEnd, String status, String reason) {
        groups.add("<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + group + "</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>"
                + endToEnd + "</OrgnlEndToEndId><TxSts>" + status + "</TxSts>" + why(reason)
                + "</TxInfAndSts></OrgnlPmtInfAndSts>");
        return this;
    }

    private static String why(String reason) {
        return reason == null ? "" : "<StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn></StsRsnInf>";
    }

    public byte[] bytes() {
        return text("").getBytes(StandardCharsets.UTF_8);
    }

    String text(String prolog) {
        return prolog
                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>"
                + id + "</MsgId><CreDtTm>2027-06-01T08:00:00Z</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>"
                + original + "</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>" + fileStatus
                + "</OrgnlGrpInfAndSts>" + String.join("", groups) + "</CstmrPmtStsRpt></Document>";
    }
}
