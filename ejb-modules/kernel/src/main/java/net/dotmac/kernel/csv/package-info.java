/**
 * CSV files that others send: a first line that names the columns, then rows.
 *
 * <p>Decisions: a file is read row by row, for it may be larger than memory should hold as text; bytes that the stated
 * character set does not know refuse the file, instead of becoming question marks in somebody's name.
 */
package net.dotmac.kernel.csv;
