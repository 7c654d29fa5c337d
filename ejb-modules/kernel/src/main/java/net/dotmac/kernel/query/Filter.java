package net.dotmac.kernel.query;

import java.util.List;

/**
 * One condition: the attribute compared with any of the values.
 *
 * @param attribute public name, nested by dots ({@code relatedParty.id})
 * @param operator how to compare
 * @param values at least one; several mean "any of these"
 */
public record Filter(String attribute, Operator operator, List<String> values) {

    public Filter {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a filter needs a value");
        }
    }

    public static Filter equal(String attribute, String... values) {
        return new Filter(attribute, Operator.EQ, List.of(values));
    }

    /** Comparisons of TMF630, plus {@code LIKE} (contains, ignoring case) as our own superset. */
    public enum Operator {
        EQ("="),
        NE("<>"),
        GT(">"),
        GTE(">="),
        LT("<"),
        LTE("<="),
        REGEX("regex"),
        LIKE("like");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
