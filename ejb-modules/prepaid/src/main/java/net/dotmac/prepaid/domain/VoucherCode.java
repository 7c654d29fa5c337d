package net.dotmac.prepaid.domain;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A voucher's code: 15 random characters, 75 bits, and one that checks them, in four groups. The alphabet has no I, L, O and
 * U; whoever reads 1 or 0 as one of these is understood.
 */
public final class VoucherCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private VoucherCode() {}

    /** A new code, e.g. {@code 7K3M-9QXA-ZD41-WE0B}. */
    public static String random(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 1; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        code.append(check(code));
        for (int i = LENGTH - GROUP; i > 0; i -= GROUP) {
            code.insert(i, '-');
        }
        return code.toString();
    }

    /** The code as it is hashed, or empty if it has a slip of the pen: a wrong length, character or check. */
    public static Optional<String> read(String typed) {
        if (typed == null || typed.length() > 2 * LENGTH) {
            return Optional.empty();
        }
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean isWell = code.length() == LENGTH && code.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0);
        return isWell && check(code.subSequence(0, LENGTH - 1)) == code.charAt(LENGTH - 1)
                ? Optional.of(code)
                : Optional.empty();
    }

    /** Luhn's check for 32 characters: it finds every single wrong character and nearly all that were swapped. */
    private static char check(CharSequence characters) {
        int base = ALPHABET.length();
        int sum = 0;
        int factor = 2;
        for (int i = characters.length() - 1; i >= 0; i--) {
            int product = factor * ALPHABET.indexOf(characters.charAt(i));
            sum += product / base + product % base;
            factor = factor == 2 ? 1 : 2;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }
}
