package net.dotmac.imports.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import net.dotmac.imports.ImportProblem;
import net.dotmac.kernel.DomainException;

/**
 * Takes the file out of an archive, if it came in one. An archive's name for it is not looked at, and no more is unpacked than a file
 * may have: an archive of little that claims to be much fills no memory.
 */
public final class Unpacked {

    /** A hundred thousand customers, with room. */
    public static final int MOST_BYTES = 40_000_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private Unpacked() {}

    /** @throws DomainException {@code import-file-refused} if it is an archive of another number of files, or of too much */
    public static byte[] of(byte[] upload) {
        if (!isZip(upload)) {
            return upload;
        }
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(upload))) {
            var entry = archive.getNextEntry();
            if (entry == null || entry.isDirectory()) {
                throw refused("The archive holds no file at its beginning.");
            }
            byte[] content = archive.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw refused("The file in the archive has more than " + MOST_BYTES + " bytes; part it.");
            }
            if (archive.getNextEntry() != null) {
                throw refused("The archive holds several files; send each for itself.");
            }
            return content;
        } catch (IOException | IllegalArgumentException e) {
            throw refused("The archive can't be unpacked.");
        }
    }

    private static boolean isZip(byte[] upload) {
        for (int i = 0; i < ZIP.length; i++) {
            if (upload.length <= i || upload[i] != ZIP[i]) {
                return false;
            }
        }
        return true;
    }

    private static DomainException refused(String message) {
        return new DomainException(ImportProblem.FILE_REFUSED, "Nothing was kept. " + message);
    }
}
