/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { View } from '../view.js';

/** The frame of every page. */
export function Layout({ view, title, children }: { view: View; title: string; children?: Child }) {
  const { say, language, formToken, note } = view;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${say('title')}`}</title>
        <link rel="stylesheet" href="/assets/page.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#content">
          {say('skip')}
        </a>
        <header>
          <a class="name" href="/">
            {say('title')}
          </a>
          <Languages view={view} />
          {formToken === undefined ? null : (
            <form method="post" action="/logout">
              <input type="hidden" name="form" value={formToken} />
              <button type="submit">{say('logout')}</button>
            </form>
          )}
        </header>
        <main id="content" tabindex={-1}>
          <h1>{title}</h1>
          {note === undefined ? null : (
            <p class="note" role="status">
              {note}
            </p>
          )}
          {children}
        </main>
        <footer>{say('times', { zone: view.format.zone })}</footer>
      </body>
    </html>
  );
}

function Languages({ view: { say, language, here } }: { view: View }) {
  const to = (wanted: string): string => {
    const url = new URL(`http://page${here}`);
    url.searchParams.set('lang', wanted);
    return url.pathname + url.search;
  };
  return (
    <nav aria-label={say('language')}>
      {(['de', 'en'] as const).map((one) => (
        <a href={to(one)} hreflang={one} lang={one} aria-current={one === language ? 'true' : undefined}>
          {one === 'de' ? 'Deutsch' : 'English'}
        </a>
      ))}
    </nav>
  );
}
