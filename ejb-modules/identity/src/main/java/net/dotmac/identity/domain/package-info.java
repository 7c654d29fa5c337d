/** Users, clients and refresh tokens with the rules of their lives; the schedule of signing keys. */
package net.dotmac.identity.domain;
