/** Pages for who moves an ISP over: files, what is wrong in them, and what became of them. */
package net.dotmac.console.imports;
