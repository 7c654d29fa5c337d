-- Called by billing, which gives up receivables and asks for them again. Owns nothing more than journal rows and open items: what is given up
-- is a credit against writeOff instead of revenue, and settles the receivable as any credit does; what comes back after all is a receivable
-- of its own. What can go wrong: giving up more than is open; so billing settles first what waits, under the account's lock.
alter table ledger.journal drop constraint journal_debit_account_check;
alter table ledger.journal drop constraint journal_credit_account_check;
alter table ledger.journal drop constraint journal_document_kind_check;
alter table ledger.journal add constraint journal_debit_account_check check (debit_account in
    ('receivables', 'customerCredit', 'revenue', 'taxPayable', 'bank', 'deferredRevenue', 'writeOff',
    'deposits', 'prepaid', 'vouchers', 'breakage', 'openingBalance', 'payouts'));
alter table ledger.journal add constraint journal_credit_account_check check (credit_account in
    ('receivables', 'customerCredit', 'revenue', 'taxPayable', 'bank', 'deferredRevenue', 'writeOff',
    'deposits', 'prepaid', 'vouchers', 'breakage', 'openingBalance', 'payouts'));
alter table ledger.journal add constraint journal_document_kind_check check (document_kind in
    ('invoice', 'creditNote', 'payment', 'paymentReversal', 'allocation', 'recognition', 'writeOff', 'recovery',
    'deposit', 'voucher', 'prepaid', 'openingBalance', 'payout', 'payoutReversal', 'creditTransfer'));
