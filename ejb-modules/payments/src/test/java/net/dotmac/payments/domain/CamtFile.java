package net.dotmac.payments.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes camt.053 files for tests: a statement of one account, whole and right unless told otherwise. */
public final class CamtFile {

    private final List<String> entries = new ArrayList<>();
    private String version = "08";
    private String prolog = "";
    private String id = "STMT-1";
    private String account = "DE02120300000000202051";
    private String opening = "100.00";
    private String closing = "100.00";

    public CamtFile id(String statementId) {
        id = statementId;
        return this;
    }

    public CamtFile version(String two) {
        version = two;
        return this;
    }

    CamtFile prolog(String text) {
        prolog = text;
        return this;
    }

    public CamtFile balances(String before, String after) {
        opening = before;
        closing = after;
        return this;
    }

    /** Money that came in. */
    public CamtFile paid(String amount, String day, String reference, String name, String iban, String text) {
        entries.add(entry(amount, "CRDT", day, reference, "", details("", "Dbtr", name, iban, text)));
        return this;
    }

    /** As {@link #paid}, known by both sides under an end-to-end id. */
    public CamtFile paidAs(String endToEnd, String amount, String day, String reference, String name, String text) {
        String refs = "<Refs><EndToEndId>" + endToEnd + "</EndToEndId></Refs>";
        entries.add(entry(amount, "CRDT", day, reference, "", details(refs, "Dbtr", name, "DE1", text)));
        return this;
    }

    /** The money of a group of direct debits, booked as one. */
    public CamtFile collected(String amount, String day, String reference, String group) {
        entries.add(entry(amount, "CRDT", day, reference, "", "<Btch><PmtInfId>" + group + "</PmtInfId></Btch>"));
        return this;
    }

    /** Money that went out, for a fee and the like. */
    public CamtFile spent(String amount, String day, String reference, String text) {
        entries.add(entry(amount, "DBIT", day, reference, "", details("", "Cdtr", "The bank", "DE2", text)));
        return this;
    }

    /** A transfer of ours that left alone. */
    public CamtFile sent(String endToEnd, String amount, String day, String reference) {
        String refs = "<Refs><EndToEndId>" + endToEnd + "</EndToEndId></Refs>";
        entries.add(entry(amount, "DBIT", day, reference, "", details(refs, "Cdtr", "Anna", "DE1", "")));
        return this;
    }

    /** Transfers of ours that left as one. */
    public CamtFile sentGroup(String amount, String day, String reference, String group) {
        entries.add(entry(amount, "DBIT", day, reference, "", "<Btch><PmtInfId>" + group + "</PmtInfId></Btch>"));
        return this;
    }

    /** A transfer of ours that came back. */
    public CamtFile cameBack(String endToEnd, String amount, String day, String reference, String reason) {
        String refs = "<Refs><EndToEndId>" + endToEnd + "</EndToEndId></Refs>";
        String why = "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>";
        entries.add(entry(
                amount,
                "CRDT",
                day,
                reference,
                "",
                details(refs, "Cdtr", "Anna", "DE1", "").replace("</TxDtls>", why + "</TxDtls>")));
        return this;
    }

    /** A payment that the bank returned. */
    public CamtFile returned(String endToEnd, String amount, String day, String reference, String reason) {
        String refs = "<Refs><EndToEndId>" + endToEnd + "</EndToEndId></Refs>";
        String why = "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>";
        entries.add(entry(
                amount,
                "DBIT",
                day,
                reference,
                "<RvslInd>true</RvslInd>",
                details(refs, "Dbtr", "Anna", "DE1", "").replace("</TxDtls>", why + "</TxDtls>")));
        return this;
    }

    CamtFile raw(String entry) {
        entries.add(entry);
        return this;
    }

    static String entry(String amount, String side, String day, String reference, String more, String details) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + side + "</CdtDbtInd>" + more
                + "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" + day + "</Dt></BookgDt><ValDt><Dt>" + day + "</Dt></ValDt>"
                + (reference == null ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>") + "<NtryDtls>" + details
                + "</NtryDtls></Ntry>";
    }

    static String details(String refs, String side, String name, String iban, String text) {
        return "<TxDtls>" + refs + "<RltdPties><" + side + "><Pty><Nm>" + name + "</Nm></Pty></" + side + "><" + side
                + "Acct><Id><IBAN>" + iban + "</IBAN></Id></" + side + "Acct></RltdPties><RmtInf><Ustrd>" + text
                + "</Ustrd></RmtInf></TxDtls>";
    }

    String text() {
        return prolog + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001." + version
                + "\"><BkToCstmrStmt>"
                + "<GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>" + id + "</Id><Acct><Id><IBAN>" + account
                + "</IBAN></Id><Ccy>EUR</Ccy></Acct>" + balance("OPBD", opening) + balance("CLBD", closing)
                + String.join("", entries) + "</Stmt></BkToCstmrStmt></Document>";
    }

    private static String balance(String code, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount.replace("-", "")
                + "</Amt><CdtDbtInd>" + (amount.startsWith("-") ? "DBIT" : "CRDT")
                + "</CdtDbtInd><Dt><Dt>2027-05-20</Dt>"
                + "</Dt></Bal>";
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
