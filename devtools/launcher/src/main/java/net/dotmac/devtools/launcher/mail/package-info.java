/**
 * A mail server that lets nothing out: it takes every mail, keeps the newest and shows them on a page. So the demo's mail can be
 * looked at, and none reaches an address that happens to exist.
 *
 * <p>What is kept are the messages as they came, one file each. Whatever a message says is shown as text.
 */
package net.dotmac.devtools.launcher.mail;
