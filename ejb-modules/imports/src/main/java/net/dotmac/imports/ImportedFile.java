package net.dotmac.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dotmac.imports.domain.Faults;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.csv.CsvRefusedException;
import net.dotmac.kernel.csv.CsvRow;
import net.dotmac.kernel.csv.CsvTable;

/** A file of one kind, gone through some thousand rows at a time, so that memory holds no more of it than its bytes. */
final class ImportedFile {

    private static final int AT_ONCE = 5_000;
    private static final int MOST_ROWS = 250_000;
    private static final String UTF_8 = "UTF-8";
    private static final String WINDOWS = "windows-1252";

    private final RowKind kind;
    private final CsvTable table;

    /** @throws DomainException {@code import-file-refused} if its first line does not fit the kind */
    ImportedFile(RowKind kind, byte[] content, String encoding) {
        this.kind = kind;
        try {
            this.table =
                    new CsvTable(content, encoding.equals(WINDOWS) ? Charset.forName(WINDOWS) : StandardCharsets.UTF_8);
        } catch (CsvRefusedException e) {
            throw refused(e.getMessage());
        }
        List<String> missing =
                kind.required().stream().filter(column -> !table.has(column)).toList();
        if (!missing.isEmpty()) {
            throw refused("The first line lacks " + String.join(", ", missing) + ".");
        }
        List<String> unknown = table.columns().stream()
                .filter(column -> kind.columns().stream().noneMatch(column::equalsIgnoreCase))
                .toList();
        if (!unknown.isEmpty()) {
            throw refused("The first line names " + some(unknown)
                    + ", which says nothing here; take it out, or name it as one of "
                    + String.join(", ", kind.columns()) + ".");
        }
    }

    /** @throws DomainException {@code invalid-value} for another than these two */
    static String encoding(String stated) {
        return Stream.of(UTF_8, WINDOWS)
                .filter(each -> each.equalsIgnoreCase(stated == null ? UTF_8 : stated.strip()))
                .findFirst()
                .orElseThrow(
                        () -> DomainException.invalid("encoding", "A file is in " + UTF_8 + " or in " + WINDOWS + "."));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Checks all rows.
     *
     * @param keeper takes each lot of faults
     * @return how many rows there are
     */
    int check(Faults faults, Consumer<List<ImportFault>> keeper) {
        int rows = asOwner(pass -> each(lot -> {
            pass.check(lot, faults);
            List<ImportFault> found = faults.take();
            if (!found.isEmpty()) {
                keeper.accept(found);
            }
        }));
        if (rows == 0) {
            throw refused("The file has no row below its first line.");
        }
        return rows;
    }

    /** Writes all rows. @return what they came to */
    List<ImportProof> write() {
        return asOwner(pass -> {
            each(pass::write);
            return pass.proof();
        });
    }

    private <T> T asOwner(Function<RowPass, T> work) {
        try (CallContext.Scope scope =
                CallContext.current().with(kind.permissions()).bind()) {
            return work.apply(kind.begin());
        }
    }

    private int each(Consumer<List<CsvRow>> taker) {
        List<CsvRow> lot = new ArrayList<>(AT_ONCE);
        int[] rows = {0};
        try {
            table.each(row -> {
                if (++rows[0] > MOST_ROWS) {
                    throw refused("The file has more than " + MOST_ROWS + " rows; part it.");
                }
                lot.add(row);
                if (lot.size() == AT_ONCE) {
                    taker.accept(List.copyOf(lot));
                    lot.clear();
                }
            });
        } catch (CsvRefusedException e) {
            throw refused(e.getMessage());
        }
        if (!lot.isEmpty()) {
            taker.accept(lot);
        }
        return rows[0];
    }

    private static String some(List<String> names) {
        return names.stream().limit(5).map(ImportedFile::shortened).collect(Collectors.joining(", "));
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private static DomainException refused(String message) {
        return new DomainException(ImportProblem.FILE_REFUSED, "Nothing was kept. " + message);
    }
}
