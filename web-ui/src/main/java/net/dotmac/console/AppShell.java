package net.dotmac.console;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.shared.communication.PushMode;

/** What every page of the console shares: push for what is live, one stylesheet. */
@Push(PushMode.AUTOMATIC)
@StyleSheet("context://console.css")
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {}
