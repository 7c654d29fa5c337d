import '@vaadin/polymer-legacy-adapter/style-modules.js';
import '@vaadin/app-layout/src/vaadin-app-layout.js';
import '@vaadin/combo-box/src/vaadin-combo-box.js';
import 'Frontend/generated/jar-resources/flow-component-renderer.js';
import 'Frontend/generated/jar-resources/comboBoxConnector.js';
import '@vaadin/tooltip/src/vaadin-tooltip.js';
import '@vaadin/multi-select-combo-box/src/vaadin-multi-select-combo-box.js';
import '@vaadin/icons/vaadin-iconset.js';
import '@vaadin/icon/src/vaadin-icon.js';
import 'Frontend/generated/jar-resources/lit-renderer.ts';
import '@vaadin/side-nav/src/vaadin-side-nav.js';
import '@vaadin/side-nav/src/vaadin-side-nav-item.js';
import '@vaadin/app-layout/src/vaadin-drawer-toggle.js';
import '@vaadin/button/src/vaadin-button.js';
import 'Frontend/generated/jar-resources/disableOnClickFunctions.js';
import 'Frontend/generated/jar-resources/menubarConnector.js';
import '@vaadin/menu-bar/src/vaadin-menu-bar.js';
import '@vaadin/context-menu/src/vaadin-context-menu.js';
import 'Frontend/generated/jar-resources/contextMenuConnector.js';
import 'Frontend/generated/jar-resources/contextMenuTargetConnector.js';
import '@vaadin/avatar/src/vaadin-avatar.js';
import '@vaadin/notification/src/vaadin-notification.js';
import '@vaadin/common-frontend/ConnectionIndicator.js';
import '@vaadin/vaadin-lumo-styles/color-global.js';
import '@vaadin/vaadin-lumo-styles/typography-global.js';
import '@vaadin/vaadin-lumo-styles/sizing.js';
import '@vaadin/vaadin-lumo-styles/spacing.js';
import '@vaadin/vaadin-lumo-styles/style.js';
import '@vaadin/vaadin-lumo-styles/vaadin-iconset.js';
import 'Frontend/generated/jar-resources/ReactRouterOutletElement.tsx';

const loadOnDemand = (key) => {
  const pending = [];
  if (key === '3200d52775529db398d5805486c21d4d4d00f248ab93bc132bc14e9e6a779a78') {
    pending.push(import('./chunks/chunk-c9c110f17a72017bbfcc1f18fbb5137df2001aade10b88f0ce367b4cce74b3c4.js'));
  }
  if (key === '6df371e2302cca05586c08cef76d39d64ae2fc171031e45c94742510e7204867') {
    pending.push(import('./chunks/chunk-12bade63228a1e62deff6e9897ddc10a5e86212c4eb5dfce9fca81d6a66a3af3.js'));
  }
  if (key === 'b69d21a3f7d63ec02bdfbbc960ce298d8d315516bb201958c0d6a38c2b140ddd') {
    pending.push(import('./chunks/chunk-5fd83c966a8aba97ebe23a9d4f1cbae8684fdd2d8241cd5402608b2a80eb8dc0.js'));
  }
  if (key === '1ce3a14b74b531dda9968ed8471dda02dd1bffb2bf1b229205229156377790d7') {
    pending.push(import('./chunks/chunk-01bc4e064f25263acbe36cd4c2f0f749b19dfcc165880b66a8cc9df3e630c23a.js'));
  }
  if (key === 'fa1a28c0e3a6f219ccbfae277c9f482c6af03c720179d1207111987557ea68a2') {
    pending.push(import('./chunks/chunk-297ec639f7cc05b5ab7087fc7e1882956796620b57170c2c07b81bdeb0d9b1b0.js'));
  }
  if (key === '5a24111c3dcd38c280b5e3bf6a7cb9c797fa74319c0b7462ce749dc71343434c') {
    pending.push(import('./chunks/chunk-9482051133e1852d7e4902ce2ccf805eda57f751e88a6f7b1638a2965c534b2a.js'));
  }
  return Promise.all(pending);
}

window.Vaadin = window.Vaadin || {};
window.Vaadin.Flow = window.Vaadin.Flow || {};
window.Vaadin.Flow.loadOnDemand = loadOnDemand;
window.Vaadin.Flow.resetFocus = () => {
 let ae=document.activeElement;
 while(ae&&ae.shadowRoot) ae = ae.shadowRoot.activeElement;
 return !ae || ae.blur() || ae.focus() || true;
}