/**
 * Every failure becomes one answer, in one place: TMF630's error body under {@code /tmf-api}, RFC 9457 elsewhere.
 * What the caller can mend is said in words; what he can't is a reference number here and a stack trace in the log.
 */
package net.dotmac.rest.error;
