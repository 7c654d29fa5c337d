package net.dotmac.ledger.domain;

import java.io.IOException;
import java.nio.charset.Charset;

/**
 * Writes bookings in the form another program imports. They come by day, and those of a document and tax key
 * together.
 */
public interface JournalFormat {

    Charset charset();

    void begin() throws IOException;

    void add(ExportBooking booking) throws IOException;

    void end() throws IOException;
}
