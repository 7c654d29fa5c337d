package net.dotmac.devtools.simulator;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A billing account of the simulated ISP.
 *
 * @param number its place in the order of their opening, from 0: the same in every life of a seed
 * @param firstBillOn the first cycle date it was opened with
 */
record Account(int number, UUID id, UUID customerId, int cycleDay, LocalDate firstBillOn) {}
