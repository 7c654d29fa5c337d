package net.dotmac.services;

/**
 * A discount as it is ordered.
 *
 * @param discount what is taken off; its days are those it is limited to, if any
 * @param periods for how many whole periods of each price it holds from the start on, 1 to 1,200, or null for as long as its
 *     days say
 */
public record OrderedDiscount(Discount discount, Integer periods) {}
