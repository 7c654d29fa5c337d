package net.dotmac.console.prepaid;

import net.dotmac.prepaid.DepositDetails;

/** A deposit as a list shows it. */
record DepositRow(DepositDetails deposit, String account, String customer) {}
