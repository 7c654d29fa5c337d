package net.dotmac.kernel.query;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param rows the rows of this page, in order
 * @param total how many rows match in all
 */
public record Page<T>(List<T> rows, long total) {

    public Page {
        rows = List.copyOf(rows);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(rows.stream().<R>map(mapping).toList(), total);
    }
}
