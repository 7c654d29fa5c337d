/** Our own API, for what TM Forum has none: users, payments, devices, billing runs, the test clock. */
package net.dotmac.rest.v1;
