import { type SectionName, sectionNames } from './sections/sections.js';

/**
 * The tab a view of its own was opened for: `popup/index.html?tabId=12`.
 *
 * @param search - the page's query, e.g. `?tabId=12`
 * @returns undefined when no tab is named; the view then belongs to the active tab
 */
export function requestedTab(search: string): number | undefined {
  const tabId = new URLSearchParams(search).get('tabId');
  return tabId !== null && /^\d{1,15}$/.test(tabId) ? Number(tabId) : undefined;
}

/**
 * The section a view was opened for: `popup/index.html?tabId=12#export`.
 *
 * @param hash - the page's fragment, e.g. `#export`
 */
export function requestedSection(hash: string): SectionName | undefined {
  return sectionNames.find((name) => hash === `#${name}`);
}
