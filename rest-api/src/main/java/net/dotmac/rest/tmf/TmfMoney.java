package net.dotmac.rest.tmf;

import java.math.BigDecimal;
import net.dotmac.kernel.Money;

/**
 * An amount as TM Forum writes it.
 *
 * @param unit ISO 4217 code
 * @param value in major units, e.g. 39.90
 */
public record TmfMoney(String unit, BigDecimal value) {

    public static TmfMoney of(Money money) {
        return new TmfMoney(money.currency(), money.amount());
    }
}
