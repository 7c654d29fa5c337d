/**
 * The staff console: one page per thing, one URL per state.
 *
 * <p>{@code shell} is what surrounds every page (sign-in, navigation, errors), {@code parts} the pieces pages are built from, and
 * each other package the pages of one kind of work. Pages call the domains' services; what a person may do is decided there, the
 * console only leaves out what would be refused. A request carries the {@link net.dotmac.kernel.CallContext} of the person
 * signed in, bound by {@link net.dotmac.console.shell.CallBinding}.
 */
package net.dotmac.console;
