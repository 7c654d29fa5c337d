package net.dotmac.benchmarks.echo;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Roots the echo at its archive's context. */
@ApplicationPath("/")
public class EchoApplication extends Application {}
