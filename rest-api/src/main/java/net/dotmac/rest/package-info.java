/**
 * The application's HTTP face: the TM Forum Open APIs under {@code /tmf-api}, our own {@code /api/v1}, and
 * {@code /oauth2}.
 *
 * <p>One layer serves every endpoint, so that a rule of TMF630 is written once. {@code gateway} lets requests in and
 * binds the call context, {@code list} reads filters and pages, {@code json} reads strictly and writes,
 * {@code write} gives each writing request one transaction and one effect, and {@code error} turns every failure
 * into an answer. A resource class then only maps records to a service's records; no entity comes this far.
 */
package net.dotmac.rest;
