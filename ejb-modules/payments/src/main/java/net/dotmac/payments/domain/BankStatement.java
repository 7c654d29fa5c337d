package net.dotmac.payments.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.payments.BankStatementDetails;
import org.hibernate.annotations.Immutable;

/** A bank statement as it was taken in; it never changes. */
@Entity
@Immutable
@Access(AccessType.FIELD)
@Table(name = "bank_statement")
public class BankStatement extends TenantEntity {

    private String account;

    @Column(name = "statement_ref")
    private String statementRef;

    private String format;

    @Column(name = "file_sha256")
    private String fileSha256;

    @Column(name = "content_sha256")
    private String contentSha256;

    private String currency;

    @Column(name = "opening_minor")
    private Long openingMinor;

    @Column(name = "closing_minor")
    private Long closingMinor;

    @Column(name = "from_on")
    private LocalDate fromOn;

    @Column(name = "to_on")
    private LocalDate toOn;

    private int entries;

    private int known;

    @Column(name = "imported_by")
    private String importedBy;

    @Column(name = "imported_at")
    private Instant importedAt;

    protected BankStatement() {}

    /** A statement as a file tells it, to be kept under this id. */
    public BankStatement(UUID id, BankFileStatement told, String format, String fileSha256) {
        super(id);
        this.account = told.account();
        this.statementRef = told.statementRef() == null ? fileSha256 : told.statementRef();
        this.format = format;
        this.fileSha256 = fileSha256;
        this.contentSha256 = MarkPolicy.contentHash(told);
        this.currency = told.currency();
        this.openingMinor = told.openingMinor();
        this.closingMinor = told.closingMinor();
        this.fromOn = told.fromOn();
        this.toOn = told.toOn();
        this.entries = told.entries().size();
    }

    public boolean hasContentOf(BankStatement other) {
        return contentSha256.equals(other.contentSha256);
    }

    public String account() {
        return account;
    }

    public String statementRef() {
        return statementRef;
    }

    public String contentSha256() {
        return contentSha256;
    }

    /** @param waiting how many of its movements posting has not looked at yet */
    public BankStatementDetails details(int waiting) {
        return new BankStatementDetails(
                id(),
                account,
                statementRef,
                format,
                fileSha256,
                currency,
                openingMinor,
                closingMinor,
                fromOn,
                toOn,
                entries,
                known,
                waiting,
                importedBy,
                importedAt);
    }
}
