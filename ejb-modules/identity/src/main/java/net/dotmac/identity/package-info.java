/** Users, roles, permissions, API clients, tokens and their keys. */
package net.dotmac.identity;
