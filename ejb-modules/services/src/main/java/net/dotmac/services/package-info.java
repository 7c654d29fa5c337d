/** Orders, products and service instances and their lifecycle. */
package net.dotmac.services;
