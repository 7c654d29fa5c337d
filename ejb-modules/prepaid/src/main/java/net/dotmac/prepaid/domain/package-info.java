/** What is held, and the rules of its life. */
package net.dotmac.prepaid.domain;
