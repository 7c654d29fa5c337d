/** The rows of files, what is wrong with them, and the life of an import. */
package net.dotmac.imports.domain;
