/** What makes a record one that is kept, deliveries, and the reading of files. Free of I/O. */
package net.dotmac.usage.domain;
