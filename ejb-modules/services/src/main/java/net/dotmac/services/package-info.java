/**
 * What customers ordered and have: orders, the products that come of them with their subscription items, and the service
 * instances that bring them to life.
 *
 * <p>An order that starts today or earlier is completed in its own call; one for the future waits as {@code inProgress} and is
 * completed by the daily work. Billing never asks for a product's status, only for its items' days, so the two can't disagree
 * about money.
 */
package net.dotmac.services;
