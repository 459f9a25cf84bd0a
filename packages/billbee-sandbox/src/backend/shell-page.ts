import { html } from 'hono/html';
import type { Markup } from './encodings/encoding.js';

const AREAS = [
  'Bestellungen',
  'Artikel',
  'Kunden',
  'Zahlungen',
  'Versand',
  'Berichte',
  'Hilfe',
  'Einstellungen',
];

/**
 * The new shell around the legacy order page: one frame of the same origin.
 *
 * @param search query of the shell, handed on to the frame
 * @param replaceAfter milliseconds after which a new frame takes the place of the first; 0: never
 */
export function shellPage(search: string, replaceAfter: number): Markup {
  return html`<!doctype html>
<html lang="de">
<head>
  <meta charset="utf-8">
  <title>Aufträge · Sandbox</title>
  <link rel="stylesheet" href="/static/sandbox/sandbox.css">
  <script src="/static/sandbox/translate.js" defer></script>
  <script src="/static/sandbox/shell.js" defer></script>
</head>
<body class="shell" data-replace-after="${replaceAfter}">
  <bb-sandbox-root>
    <bb-sandbox-side>
      <a class="brand" href="/" title="Verzeichnis der Sandbox">Sandbox</a>
      <nav aria-label="Hauptmenü">${AREAS.map((area) =>
        area === 'Bestellungen'
          ? html`<a href="/app_v2/order${search}" aria-current="page">${area}</a>`
          : html`<span>${area}</span>`,
      )}</nav>
      <small>Nachbau zum Entwickeln, keine echten Daten</small>
    </bb-sandbox-side>
    <bb-sandbox-content>
      <header><h1>Aufträge</h1></header>
      <iframe id="legacyFrame" title="Auftragsübersicht" src="/de/order${search}"></iframe>
    </bb-sandbox-content>
  </bb-sandbox-root>
</body>
</html>`;
}
