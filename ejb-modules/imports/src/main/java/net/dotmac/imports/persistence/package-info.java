/** Keeps imports, their bytes, faults and proofs. */
package net.dotmac.imports.persistence;
