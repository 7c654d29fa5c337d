-- Called by the consumer of issued documents (one row each), by the mail sender, and by people who send a document again. Owns whether a
-- document reached its buyer. What can go wrong: the server dies between the mail server's "accepted" and the commit; the mail then goes
-- out again, under the same message id.
create table billing.invoice_delivery (
    tenant_id      uuid not null,
    invoice_id     uuid not null,
    -- 1 for the mail that follows the issue, then one more each time somebody sends it again.
    sending        integer not null check (sending > 0),
    state          text not null check (state in ('waiting', 'failed', 'sent', 'givenUp', 'notSendable')),
    -- Of a failure the mail server's words; of what can't be sent noAddress or tooOld.
    reason         text check (length(reason) <= 500),
    recipient      text check (length(recipient) <= 254),
    message_id     text not null check (length(message_id) <= 250),
    requested_by   text not null,
    attempts       integer not null default 0,
    queued_at      timestamptz not null,
    first_tried_at timestamptz,
    next_try_at    timestamptz not null,
    leased_until   timestamptz,
    sent_at        timestamptz,
    primary key (tenant_id, invoice_id, sending),
    check (recipient is not null or state = 'notSendable'),
    check ((state = 'sent') = (sent_at is not null))
) with (fillfactor = 80);
create index invoice_delivery_due on billing.invoice_delivery (tenant_id, next_try_at) where state in ('waiting', 'failed');
call platform.protect('billing', 'invoice_delivery', 'select, insert, update');
