package net.dotmac.imports;

/**
 * What is wrong in a row.
 *
 * @param line of the file, from 1, in which the row begins
 * @param column null for what is wrong with the row as a whole
 * @param found the cell, shortened to 100 characters; empty if nothing is there
 * @param reason {@code missing}, {@code malformed}, {@code unknown}, {@code taken}, {@code twice} or {@code refused}
 * @param expected what should stand there, in words
 */
public record ImportFault(int line, String column, String found, String reason, String expected) {}
