package net.dotmac.system.container;

import net.dotmac.devtools.launcher.Installation;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Points Arquillian to the server that all system tests share, before it looks for one. The tests are run again inside of that
 * server, where there is nothing to point to.
 */
public final class RunningServer implements BeforeAllCallback {

    private static final String SETTING = "arq.container.wildfly.configuration.";

    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty("jboss.server.base.dir") == null) {
            Installation installation = SystemUnderTest.get().system().installation();
            System.setProperty(
                    SETTING + "managementPort",
                    Integer.toString(installation.ports().management()));
            System.setProperty(SETTING + "jbossHome", installation.wildflyHome().toString());
        }
    }
}
