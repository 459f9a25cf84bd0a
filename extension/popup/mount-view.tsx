import { render } from 'preact';
import { TextContext } from '../i18n/text-context.js';
import { App } from './app.js';
import type { ViewServices } from './view-services.js';

/**
 * Puts the view into a page of the extension: popup, window or side panel. Mounted again for another tab, it starts
 * anew.
 *
 * @param document - its body becomes the view; its title and language are set
 * @example mountView(document, services);
 */
export function mountView(document: Document, services: ViewServices): void {
  const { t, surface, tabId } = services;
  document.documentElement.lang = t('language');
  document.documentElement.dataset['surface'] = surface;
  document.title = t('extensionName');
  render(
    <TextContext.Provider value={t}>
      <App key={tabId} services={services} />
    </TextContext.Provider>,
    document.body,
  );
}
