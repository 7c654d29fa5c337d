/** What the server says of its parts at {@code /health}, beside what WildFly says of itself. */
package net.dotmac.rest.health;
