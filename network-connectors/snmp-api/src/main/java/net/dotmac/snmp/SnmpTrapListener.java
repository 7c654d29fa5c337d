package net.dotmac.snmp;

/** What a message-driven bean implements to receive notifications. An exception counts as a dropped notification. */
public interface SnmpTrapListener {

    void onTrap(SnmpTrap trap);
}
