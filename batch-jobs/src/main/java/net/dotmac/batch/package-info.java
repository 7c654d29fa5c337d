/**
 * Jakarta Batch jobs, their artifacts, and the one EJB that starts them.
 *
 * <p>Decisions: what is left to do stands in the domain's own tables, in the transactions of the work, and not in the batch
 * repository, which is written before the work commits and may be written by a node that is gone. So a job carries no state,
 * isn't restartable, and a lost one is replaced by a new one. Each call into a domain is a transaction of its own.
 */
package net.dotmac.batch;
