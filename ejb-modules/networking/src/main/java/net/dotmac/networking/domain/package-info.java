/**
 * What the network is and how it is judged.
 *
 * <p>Decisions. Reading a device, computing rates, matching interfaces and deciding on alarms are pure: they know neither
 * database nor container. A number that can't be known is absent, never zero: a gap is a gap. Alarms follow the present
 * state (what should be open against what is open), so a lost message can't leave one behind for ever.
 */
package net.dotmac.networking.domain;
