/** Payments, the movements of bank accounts and their lives; how banks' files are read, and what decides whose money it is. */
package net.dotmac.payments.domain;
