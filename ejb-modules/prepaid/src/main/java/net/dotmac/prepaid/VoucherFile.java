package net.dotmac.prepaid;

import java.util.List;

/** The file with which codes are told. */
public final class VoucherFile {

    private VoucherFile() {}

    /** @param codes in the order of the serial numbers from 1 */
    public static String csv(List<String> codes) {
        StringBuilder file = new StringBuilder("serial,code\r\n");
        for (int i = 0; i < codes.size(); i++) {
            file.append(i + 1).append(',').append(codes.get(i)).append("\r\n");
        }
        return file.toString();
    }
}
