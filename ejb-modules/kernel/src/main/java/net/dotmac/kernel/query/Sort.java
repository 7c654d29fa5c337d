package net.dotmac.kernel.query;

/** @param attribute public name of the attribute to order by */
public record Sort(String attribute, boolean descending) {}
