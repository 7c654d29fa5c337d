/**
 * Two ISPs to look at and to measure with: one in euro, one in New Zealand dollars at UTC+13, so that isolation and time zones are
 * always in sight. Everything is a function of seed, size and the day it is made for.
 *
 * <p>Rows are written by COPY as the superuser, for whom row-level security does not hold; documents and payments are not made
 * here but by the product's own billing runs and services, so that a demo can't show what the product would not do.
 */
package net.dotmac.devtools.demo;
