-- Called by payments: which few invoices are open with just this amount. Of flat prices there are thousands, and a question reads no
-- more of them than it asks for. What can go wrong: nothing is decided by it, for an amount alone names nobody.
create index open_item_by_amount on ledger.open_item (tenant_id, open_minor, currency) where open_minor > 0 and side = 'receivable';
