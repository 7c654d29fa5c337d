/**
 * What every domain speaks: money, periods, ids, clocks, the call context, problems and queries.
 *
 * <p>Three decisions live here. Money is whole minor units and a currency, never a floating number. Nothing is called
 * without a {@link net.dotmac.kernel.CallContext}: the interceptor refuses the call and binds the tenant before any SQL
 * runs. What can go wrong in a domain is an enum constant implementing {@link net.dotmac.kernel.Problem}, mapped to HTTP in
 * one place.
 */
package net.dotmac.kernel;
