package net.dotmac.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a service method demands, as {@code resource.action}. Every public method of a service carries it: a method
 * without it is refused at the first call, so forgetting it can't open a door.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** Any caller with a context may call: for what is needed before or besides permissions, such as one's own profile. */
    String NOTHING = "";

    String value();
}
