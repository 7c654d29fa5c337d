package net.dotmac.kernel.csv;

/** What was sent is no CSV file that can be read; the message says what is wrong with it, for the person who sent it. */
public class CsvRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CsvRefusedException(String message) {
        super(message);
    }
}
