/** Orders, products and service instances. */
package net.dotmac.services.domain;
