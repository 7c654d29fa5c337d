package net.dotmac.devtools.simulator;

/** Damage such as an error in the product would do: the checks must find each of them, or they are worth nothing. */
enum PlantedFault {
    JOURNAL_A_CENT_OFF("update ledger.journal set amount_minor = amount_minor + 1 where tenant_id = ? and id = "
            + "(select id from ledger.journal j where j.tenant_id = ledger.journal.tenant_id order by id limit 1)"),
    JOURNAL_ROW_LOST("delete from ledger.journal where tenant_id = ? and id = "
            + "(select max(id::text)::uuid from ledger.journal j where j.tenant_id = ledger.journal.tenant_id)"),
    OPEN_ITEM_OFF("update ledger.open_item set open_minor = open_minor - 1 where tenant_id = ? and document_id = "
            + "(select document_id from ledger.open_item o where o.tenant_id = ledger.open_item.tenant_id and o.open_minor > 0 "
            + "order by document_id limit 1)"),
    ALLOCATION_LOST("delete from ledger.allocation where tenant_id = ? and id = "
            + "(select max(id::text)::uuid from ledger.allocation a where a.tenant_id = ledger.allocation.tenant_id)"),
    LINE_A_CENT_OFF(
            "update billing.invoice_line set net_minor = net_minor + 1 where tenant_id = ? and (invoice_id, line_no) = "
                    + "(select invoice_id, line_no from billing.invoice_line l where l.tenant_id = billing.invoice_line.tenant_id "
                    + "order by 1, 2 limit 1)"),
    TAX_OFF("update billing.invoice_tax set tax_minor = tax_minor - 1 where tenant_id = ? and (invoice_id, tax_no) = "
            + "(select invoice_id, tax_no from billing.invoice_tax t where t.tenant_id = billing.invoice_tax.tenant_id "
            + "order by 1, 2 limit 1)"),
    NUMBER_SKIPPED("update billing.invoice set sequence = sequence + 1 where tenant_id = ? and id = "
            + "(select id from billing.invoice i where i.tenant_id = billing.invoice.tenant_id and i.kind = 'invoice' "
            + "order by sequence desc limit 1)"),
    CHARGED_TWICE(
            "insert into billing.invoice_line select tenant_id, invoice_id, line_no + 1000, item_id, product_id, kind, "
                    + "description, period_start, period_end, quantity, unit_price, 0, 0, 0, 0, tax_category, tax_percent, tax_included, "
                    + "change_sequence + 1000, replaces, used, allowance, unit_of_measure from billing.invoice_line l "
                    + "where tenant_id = ? and kind = 'recurring' and (invoice_id, line_no) = (select invoice_id, line_no "
                    + "from billing.invoice_line f where f.tenant_id = l.tenant_id and f.kind = 'recurring' order by 1, 2 limit 1)"),
    CHARGE_LEFT_OUT(
            "update billing.charge_position set charged_through = charged_through + 31 where tenant_id = ? and item_id = "
                    + "(select p.item_id from billing.charge_position p join services.subscription_item i on i.id = p.item_id "
                    + "where p.tenant_id = billing.charge_position.tenant_id and i.price_type = 'recurring' order by 1 limit 1)"),
    CHARGE_FORGOTTEN(
            "update billing.charge_position set charged_through = charged_through - 1 where tenant_id = ? and item_id = "
                    + "(select p.item_id from billing.charge_position p join services.subscription_item i on i.id = p.item_id "
                    + "where p.tenant_id = billing.charge_position.tenant_id and i.price_type = 'recurring' "
                    + "and p.charged_through > i.start_on order by 1 limit 1)"),
    STATE_WRONG(
            "update billing.invoice set state = case state when 'settled' then 'new' else 'settled' end where tenant_id = ? "
                    + "and id = (select i.id from billing.invoice i join ledger.open_item o on o.document_id = i.id "
                    + "where i.tenant_id = billing.invoice.tenant_id and i.kind = 'invoice' order by 1 limit 1)"),
    PAYMENT_NOT_BOOKED(
            "update payments.payment set amount_minor = amount_minor + 100 where tenant_id = ? and state = 'recorded' "
                    + "and id = (select id from payments.payment p where p.tenant_id = payments.payment.tenant_id "
                    + "and p.state = 'recorded' order by 1 limit 1)");

    private final String sql;

    PlantedFault(String sql) {
        this.sql = sql;
    }

    /** @return whether there was anything to damage */
    boolean plant(SimulatedIsp isp) {
        return isp.damage(sql) > 0;
    }
}
