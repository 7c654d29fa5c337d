package net.dotmac.snmp;

import java.io.Serializable;
import java.util.Arrays;

/**
 * An object identifier: up to {@value #MAX_ARCS} unsigned 32-bit arcs (RFC 2578 §7.1.3), ordered as SNMP orders them.
 *
 * <p>Immutable. The empty OID is allowed: it is the index of nothing.
 */
public final class Oid implements Comparable<Oid>, Serializable {

    /** RFC 2578 §3.5 allows no more. */
    public static final int MAX_ARCS = 128;

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final int[] arcs;

    private Oid(int[] arcs) {
        if (arcs.length > MAX_ARCS) {
            throw new IllegalArgumentException("an OID has at most " + MAX_ARCS + " arcs, found " + arcs.length);
        }
        this.arcs = arcs;
    }

    /** @param arcs each read as unsigned */
    public static Oid of(int... arcs) {
        return new Oid(arcs.clone());
    }

    /**
     * Reads {@code 1.3.6.1.2.1}; a leading dot is allowed.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Oid parse(String dotted) {
        String text = dotted.startsWith(".") ? dotted.substring(1) : dotted;
        if (text.isEmpty()) {
            return new Oid(new int[0]);
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length > MAX_ARCS) {
            throw new IllegalArgumentException("an OID has at most " + MAX_ARCS + " arcs, found " + parts.length);
        }
        int[] arcs = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            arcs[i] = Integer.parseUnsignedInt(parts[i]);
        }
        return new Oid(arcs);
    }

    public int length() {
        return arcs.length;
    }

    /** The arc at a position, as the unsigned number it is. */
    public long arc(int position) {
        return Integer.toUnsignedLong(arcs[position]);
    }

    /** A copy of the arcs, each to be read as unsigned. */
    public int[] toIntArray() {
        return arcs.clone();
    }

    public Oid append(int... more) {
        int[] joined = Arrays.copyOf(arcs, arcs.length + more.length);
        System.arraycopy(more, 0, joined, arcs.length, more.length);
        return new Oid(joined);
    }

    public boolean startsWith(Oid root) {
        return arcs.length >= root.arcs.length
                && Arrays.equals(arcs, 0, root.arcs.length, root.arcs, 0, root.arcs.length);
    }

    /** What follows the root, such as a row's index after its column. @throws IllegalArgumentException if it isn't below */
    public Oid below(Oid root) {
        if (!startsWith(root)) {
            throw new IllegalArgumentException(this + " is not below " + root);
        }
        return new Oid(Arrays.copyOfRange(arcs, root.arcs.length, arcs.length));
    }

    @Override
    public int compareTo(Oid other) {
        return Arrays.compareUnsigned(arcs, other.arcs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Oid that && Arrays.equals(arcs, that.arcs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(arcs);
    }

    @Override
    public String toString() {
        StringBuilder dotted = new StringBuilder(arcs.length * 4);
        for (int arc : arcs) {
            if (!dotted.isEmpty()) {
                dotted.append('.');
            }
            dotted.append(Integer.toUnsignedString(arc));
        }
        return dotted.toString();
    }
}
