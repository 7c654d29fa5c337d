/**
 * TMF629 Customer Management v4.
 *
 * <p>E-mail, telephone and postal address are contact media, one of each. What TMF629 has no attribute for travels as
 * characteristics: {@code number}, {@code customerKind}, {@code vatId} and {@code language}. A customer whose party
 * nobody named is his own engaged party. Deleting closes him, for his documents stay.
 */
package net.dotmac.rest.customer;
