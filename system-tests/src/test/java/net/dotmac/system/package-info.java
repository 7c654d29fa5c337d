/** Tests from outside over one running system, which {@link net.dotmac.system.SystemUnderTest} starts once for all of them. */
package net.dotmac.system;
