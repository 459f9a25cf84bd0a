import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundle } from '../in-browser.js';
import { type ErpMarkup, erpForms } from './forms.js';

const require = createRequire(import.meta.url);
const scripts: Readonly<Record<string, readonly [inPackage: string, file: string]>> = {
  '/react.js': ['react', 'umd/react.production.min.js'],
  '/react-dom.js': ['react-dom', 'umd/react-dom.production.min.js'],
  '/vue.js': ['vue', 'dist/vue.global.prod.js'],
};

const read = ([inPackage, file]: readonly [string, string]): string =>
  readFileSync(join(dirname(require.resolve(`${inPackage}/package.json`)), file), 'utf8');

/**
 * A page that stands for an ERP's shop interface. The field `open` is React's, `progress` Vue's, each shown in the state
 * that the framework keeps (`#react`, `#vue`); the others are what else forms are made of. Nothing inline: the
 * page's policy forbids it, as strict ERPs do.
 */
const html = `<!doctype html><html lang="de"><title>Shopschnittstelle</title>
  <link rel="stylesheet" href="/page.css">
  <h1>Shopschnittstelle: Billbee</h1>
  <p><label for="open">Offen</label> <span id="react-root"></span> <output id="react"></output></p>
  <p id="vue-root"><label for="progress">In Bearbeitung</label> <input id="progress" v-model="ids"> <output id="vue">{{ ids }}</output></p>
  <p><label for="shipped">Versendet</label> <input id="shipped" type="number"></p>
  <p><label for="locked">Gesperrt</label> <input id="locked" readonly value="7"></p>
  <p><label for="note">Notiz</label> <textarea id="note">Status: </textarea></p>
  <p id="rich" contenteditable="true" role="textbox" aria-label="Freitext">Text</p>
  <x-field></x-field>
  <iframe src="/frame" title="Weitere Felder"></iframe>
  <iframe src="https://frame.example.com/frame" title="Fremde Felder"></iframe>
  <script src="/react.js"></script><script src="/react-dom.js"></script><script src="/vue.js"></script>
  <script src="/page.js"></script>`;

const script = `
  const { createElement, useState } = React;
  function Open() {
    const [ids, setIds] = useState('');
    document.querySelector('#react').textContent = ids;
    return createElement('input', { id: 'open', value: ids, onChange: (event) => setIds(event.target.value) });
  }
  ReactDOM.createRoot(document.querySelector('#react-root')).render(createElement(Open));
  Vue.createApp({ data: () => ({ ids: '' }) }).mount('#vue-root');
  customElements.define('x-field', class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'closed' });
      root.innerHTML = '<label>Im Schatten <input></label>';
      const input = root.querySelector('input');
      this.focus = () => input.focus();
      input.addEventListener('input', () => { this.title = input.value; });
    }
  });`;

const style = `body { max-width: 640px; margin: 32px auto; font: 16px system-ui, sans-serif; color: #222 }
  label { display: inline-block; width: 140px } input, textarea { font: inherit; padding: 4px 8px }
  iframe { width: 300px; height: 60px; border: 1px solid #ccc } output { color: #666 }`;

const frame = '<!doctype html><title>Felder</title><input id="inner">';

const wholePage = ({ html: body, script: own }: ErpMarkup, path: string): string =>
  `<!doctype html><html lang="de"><title>ERP</title><link rel="stylesheet" href="/page.css"><body>${body}
  ${own ? `<script src="/react.js"></script><script src="/react-dom.js"></script><script src="/vue.js"></script><script src="${path}.js"></script>` : ''}`;

let editors: Promise<string> | undefined;

async function answerTo(path: string): Promise<readonly [type: string, text: string]> {
  const file = scripts[path];
  if (file) return ['text/javascript', read(file)];
  const form = erpForms[path];
  if (form) return ['text/html', wholePage(form, path)];
  const ofForm = erpForms[path.replace(/\.js$/, '')]?.script;
  if (ofForm) return ['text/javascript', `(() => {${ofForm}})()`];
  switch (path) {
    case '/page.js':
      return ['text/javascript', script];
    case '/page.css':
      return ['text/css', style];
    case '/frame':
      return ['text/html', frame];
    case '/editors':
      return ['text/html', '<!doctype html><title>Editoren</title><body><script src="/editors.js"></script>'];
    case '/editors.js':
      editors ??= bundle('test/support/erp/editors.js');
      return ['text/javascript', await editors];
    default:
      return ['text/html', html];
  }
}

/** Answers for the ERP's host. */
export const erp: RequestListener = async ({ url = '/' }, response) => {
  const [type, text] = await answerTo(url.replace(/\?.*/, ''));
  response
    .setHeader('content-type', `${type}; charset=utf-8`)
    // Vue compiles the template in the page; ProseMirror and Slate set styles.
    .setHeader(
      'content-security-policy',
      "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; frame-src *",
    )
    .end(text);
};
