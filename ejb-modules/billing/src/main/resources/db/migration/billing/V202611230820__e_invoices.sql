-- Called by staff and partners who say how an account wants its documents, by every issue of a document (what the buyer asked to be named
-- is copied, in one set-based statement), and by whoever first asks for a file. Owns the tenant's way with e-invoices, what documents say
-- beyond themselves, and every form in which a document was given out. What can go wrong: a document that can't be an e-invoice at all,
-- which is refused with its reasons each time and never written down; two who ask at once, of whom one file is kept.
alter table billing.billing_account
    add buyer_reference text check (length(buyer_reference) between 1 and 100),
    add purchase_order text check (length(purchase_order) between 1 and 100),
    add endpoint_scheme text check (length(endpoint_scheme) between 2 and 4),
    add endpoint text check (length(endpoint) between 1 and 100),
    -- null for the tenant's way.
    add e_invoice text check (e_invoice in ('none', 'facturX', 'ubl', 'cii')),
    add check ((endpoint_scheme is null) = (endpoint is null));
-- Few accounts have any of these, and the issue of documents asks for those few alone.
create index billing_account_named on billing.billing_account (tenant_id, id)
    where buyer_reference is not null or purchase_order is not null or endpoint is not null;

-- One row for a tenant that chose otherwise than the default: no e-invoice with the mail, reached by e-mail.
create table billing.document_settings (
    tenant_id       uuid not null primary key,
    e_invoice       text not null check (e_invoice in ('none', 'facturX', 'ubl', 'cii')),
    endpoint_scheme text check (length(endpoint_scheme) between 2 and 4),
    endpoint        text check (length(endpoint) between 1 and 100),
    updated_at      timestamptz not null default now(),
    check ((endpoint_scheme is null) = (endpoint is null))
);
call platform.protect('billing', 'document_settings', 'select, insert, update');

-- As the account had them when the document was issued; a credit note has those of the invoice it corrects.
create table billing.invoice_reference (
    tenant_id       uuid not null,
    invoice_id      uuid not null,
    buyer_reference text,
    purchase_order  text,
    endpoint_scheme text,
    endpoint        text,
    primary key (tenant_id, invoice_id)
);
call platform.protect('billing', 'invoice_reference', 'select, insert');

alter table billing.document_file
    add kind text not null default 'pdf' check (kind in ('pdf', 'facturX', 'ubl', 'cii')),
    drop constraint document_file_pkey,
    add primary key (tenant_id, invoice_id, kind);
alter table billing.document_file alter kind drop default;
