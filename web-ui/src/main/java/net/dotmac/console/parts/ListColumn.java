package net.dotmac.console.parts;

import com.vaadin.flow.component.grid.Grid;
import java.util.function.Function;

/**
 * A column as people see it.
 *
 * @param value what stands in a cell, as text
 * @param attribute what the list can be ordered by, or null
 */
record ListColumn<T>(String header, Function<T, String> value, String attribute, Grid.Column<T> column) {}
