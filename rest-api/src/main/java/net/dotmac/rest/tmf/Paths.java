package net.dotmac.rest.tmf;

/** Where each resource lives; an id follows. */
public final class Paths {

    public static final String PRODUCT_OFFERING = "/tmf-api/productCatalogManagement/v4/productOffering/";
    public static final String PRODUCT_OFFERING_PRICE = "/tmf-api/productCatalogManagement/v4/productOfferingPrice/";
    public static final String PRODUCT_SPECIFICATION = "/tmf-api/productCatalogManagement/v4/productSpecification/";
    public static final String CUSTOMER = "/tmf-api/customerManagement/v4/customer/";
    public static final String BILLING_ACCOUNT = "/tmf-api/accountManagement/v4/billingAccount/";
    public static final String PRODUCT_ORDER = "/tmf-api/productOrderingManagement/v4/productOrder/";
    public static final String PRODUCT = "/tmf-api/productInventory/v4/product/";
    public static final String CUSTOMER_BILL = "/tmf-api/customerBillManagement/v4/customerBill/";
    public static final String APPLIED_RATE = "/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate/";

    private Paths() {}
}
