/**
 * What the launcher promises to who types {@code make run}: a demo that is made once and found again, words instead of stack
 * traces, and nothing left running. The launcher runs as a process of its own, as a person starts it.
 */
package net.dotmac.system.launcher;
