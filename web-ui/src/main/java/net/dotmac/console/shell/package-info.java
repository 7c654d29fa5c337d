/** What surrounds every page: sign-in, navigation, texts, errors. */
package net.dotmac.console.shell;
