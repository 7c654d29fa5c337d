package net.dotmac.kernel.persistence;

import java.sql.SQLException;

/** SQL of ours that failed for a reason no caller can mend; it rolls the transaction back and REST answers 500 or 503. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String what, SQLException cause) {
        super(what, cause);
    }

    /** The failure that PostgreSQL or the driver reported. */
    public SQLException sql() {
        return (SQLException) getCause();
    }
}
