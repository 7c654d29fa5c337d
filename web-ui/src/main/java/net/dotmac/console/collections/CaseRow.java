package net.dotmac.console.collections;

import net.dotmac.collections.CaseDetails;

/** A case as a list shows it. */
record CaseRow(CaseDetails about, String account, String customer) {}
