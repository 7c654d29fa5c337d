/** Queries over orders and products, and the bulk reading of subscription items that billing lives on. */
package net.dotmac.services.persistence;
