/** What the application sees of SNMP: requests, answers and traps, without any SNMP library. */
package net.dotmac.snmp;
