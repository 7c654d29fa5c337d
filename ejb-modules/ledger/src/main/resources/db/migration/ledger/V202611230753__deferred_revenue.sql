-- Called when a month is closed, or by finance before that. Owns nothing more than journal rows: revenue of documents that is not yet served
-- at a month's end stands on deferredRevenue, by one row for each currency and tax key. What can go wrong: posting twice; but a row moves
-- the account to where the documents say it should be, and the second time it is there.
alter table ledger.journal drop constraint journal_debit_account_check;
alter table ledger.journal drop constraint journal_credit_account_check;
alter table ledger.journal drop constraint journal_document_kind_check;
alter table ledger.journal add constraint journal_debit_account_check check (debit_account in
    ('receivables', 'customerCredit', 'revenue', 'taxPayable', 'bank', 'deferredRevenue'));
alter table ledger.journal add constraint journal_credit_account_check check (credit_account in
    ('receivables', 'customerCredit', 'revenue', 'taxPayable', 'bank', 'deferredRevenue'));
alter table ledger.journal add constraint journal_document_kind_check check (document_kind in
    ('invoice', 'creditNote', 'payment', 'paymentReversal', 'allocation', 'recognition'));
-- A recognition is of all accounts together.
alter table ledger.journal alter column billing_account_id drop not null;
alter table ledger.journal add constraint journal_names_whose check (billing_account_id is not null or document_kind = 'recognition');
create index journal_of_recognition on ledger.journal (tenant_id, booked_on) where document_kind = 'recognition';
