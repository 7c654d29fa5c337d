/**
 * What can be sold and for how much. A price is a thing of its own (TMF620) that offerings refer to. Products copy the prices
 * they are sold with as {@link net.dotmac.catalog.PriceTerms}, so a change here is for future sales only.
 */
package net.dotmac.catalog;
