/** A payment and its life. */
package net.dotmac.payments.domain;
