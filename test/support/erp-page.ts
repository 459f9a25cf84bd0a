import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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

/** Answers for the ERP's host. */
export const erp: RequestListener = ({ url = '/' }, response) => {
  const file = scripts[url];
  const [type, text] = file
    ? ['text/javascript', read(file)]
    : url === '/page.js'
      ? ['text/javascript', script]
      : url === '/page.css'
        ? ['text/css', style]
        : ['text/html', url === '/frame' ? frame : html];
  response
    .setHeader('content-type', `${type}; charset=utf-8`)
    // Vue compiles the template in the page.
    .setHeader('content-security-policy', "default-src 'self'; script-src 'self' 'unsafe-eval'; frame-src *")
    .end(text);
};
