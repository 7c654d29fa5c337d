/** What the TM Forum resources share: references, money, characteristics, times. Attribute names are TM Forum's, v4. */
package net.dotmac.rest.tmf;
