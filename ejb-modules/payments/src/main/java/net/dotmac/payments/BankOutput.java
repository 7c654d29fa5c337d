package net.dotmac.payments;

/** A file for the bank. */
public record BankOutput(String fileName, byte[] content) {}
