package net.dotmac.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Every resource, from the root; callers prove themselves with a MicroProfile JWT in the Authorization header. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT", realmName = "dotmac")
public class RestApplication extends Application {}
