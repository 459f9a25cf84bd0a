/** Pages of ERPs that ask for Billbee's status ids, by path: the markup, and the page's own script. */
export interface ErpMarkup {
  readonly html: string;
  readonly script?: string;
}

const row = (label: string, field: string): string =>
  `<tr><td class="label">${label}</td><td>${field}</td></tr>`;
const text = (name: string, value = ''): string =>
  `<input type="text" name="${name}" size="20" value="${value}">`;

/** Xentral's shop interface, as its handbook shows it: labels are text of the cell before, ids say nothing. */
const xentral = `<h1>Shopexport bearbeiten: Billbee</h1><form action="/saved" method="post"><table>
  ${row('Bezeichnung:', text('bezeichnung', 'Billbee'))}
  ${row('Anzahl abholen begrenzen:', `${text('limit', '0')} <i>0 bedeutet Begrenzung auf 100</i>`)}
  <tr><td colspan="2"><b>Einstellungen für Shop oder Marktplatz:</b></td></tr>
  ${row('Protokollierung im Logfile:', '<input type="checkbox" name="e0" value="1">')}
  ${row('Benutzername:', text('e1'))}
  ${row('API Passwort:', text('e2'))}
  ${row("'Offen' Status ID:", text('e3', '2'))}
  ${row("'In Bearbeitung' Status ID:", text('e4', '3'))}
  ${row("'Versendet' Status ID:", text('e5', '4711'))}
  ${row("'Storniert' Status ID:", text('e6', '9'))}
  ${row("'Bezahlt' Status ID:", text('e7', '1'))}
  ${row('Versendet am:', text('e8', '24.11.2026'))}
  ${row('In Bearbeitung seit:', text('e9', '23.11.2026'))}
  ${row('Zahlungsstatus offen ID:', text('e10', '5'))}
</table><button>Speichern</button></form>`;

/** The OpenXE connector's form, as OpenXE renders its fields. */
const openxe = `<h1>Shopschnittstelle</h1><form><table class="felder">
  <tr><td colspan="2" class="heading"><b>Status-IDs (zeigt die Browser-Erweiterung)</b></td></tr>
  ${row("'Offen' Status ID:", `${text('bbStatusOpen', '1')} <i>Aufträge in diesen Status werden geholt, zum Beispiel 3 oder 3,16.</i>`)}
  ${row("'In Bearbeitung' Status ID:", `${text('bbStatusInProgress')} <i>Leer: bleibt, wie er ist.</i>`)}
  ${row("'Versendet' Status ID:", text('bbStatusShipped'))}
  ${row("'Storniert' Status ID:", text('bbStatusCancelled', '8'))}
  ${row("'Bezahlt' Status ID:", text('bbStatusPaid', '1'))}
</table></form>`;

/** Every way a label is tied to its field, one each. */
const english = `<h1>Billbee</h1><form>
  <p><label for="a">"Open" status ID</label> <input id="a" value="1"></p>
  <p><span id="b-label">Status ID "In progress"</span> <input aria-labelledby="b-label" id="b"></p>
  <p><label>Shipped status ID <input id="c" type="number" value="9"></label></p>
  <p><label>Payment status ID open <input id="d" value="5"></label></p>
  <p><label>Shipped at <input id="e" value="yesterday"></label></p></form>`;

const frameworks = `<h1>Einstellungen</h1><div id="react-root"></div><output id="react"></output>
  <div id="vue-root"><label for="vue-field">Versendet Status-ID</label> <input id="vue-field" v-model.lazy="ids"> <output id="vue">{{ ids }}</output></div>`;
const frameworksScript = `
  const { createElement: h, useState } = React;
  const labels = { open: 'Offen Status-ID', progress: 'In Bearbeitung Status-ID' };
  function Fields() {
    const [ids, setIds] = useState({ open: '2', progress: '' });
    document.querySelector('#react').textContent = JSON.stringify(ids);
    return Object.keys(labels).map((name) => h('div', { key: name }, h('span', null, labels[name]),
      h('div', null, h('input', { id: name, value: ids[name], onChange: (e) => setIds((old) => ({ ...old, [name]: e.target.value })) }))));
  }
  ReactDOM.createRoot(document.querySelector('#react-root')).render(h(Fields));
  Vue.createApp({ data: () => ({ ids: '4711' }) }).mount('#vue-root');`;

/** Each field in a closed shadow root of its own; the label is inside, beside the element, or its attribute. */
const shadow = `<h1>Schatten</h1>
  <x-field title="2" data-inner="<label>'Offen' Status ID: <input></label>"></x-field>
  <table><tr><td>'In Bearbeitung' Status ID:</td><td><x-field data-inner="<input>"></x-field></td></tr></table>
  <x-field aria-label="'Versendet' Status ID" data-inner="<div><input></div>"></x-field>`;
const shadowScript = `customElements.define('x-field', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'closed' });
    root.innerHTML = this.dataset.inner;
    const input = root.querySelector('input');
    input.value = this.title;
    input.addEventListener('input', () => { this.title = input.value; });
  }
});`;

/** Two fields for one status: nobody can tell which one is meant. */
const unclear = `${xentral}<table>${row("'Offen' Status ID:", text('f3'))}</table>`;

/** Words of a form for status ids, but none. */
const noForm = `<h1>Aufträge</h1><table>
  ${row('Offen:', text('a'))}${row('In Bearbeitung:', text('b'))}${row('Versendet:', text('c'))}
  ${row('Zahlungsstatus-ID offen:', text('d'))}${row('Versendet am (Status-ID):', text('e'))}
  ${row("'In Bearbeitung' Status ID seit:", text('f'))}</table>
  <p><label>'Offen' Status ID <input value="1"></label></p>
  <div hidden><label>'Versendet' Status ID <input></label></div>
  <p><label>'Versendet' Status ID <select><option>4</option></select></label></p>`;

/** Handlers that have the last word. */
const unruly = xentral;
const unrulyScript = `
  const [open, progress, shipped] = ['e3', 'e4', 'e5'].map((name) => document.querySelector('[name=' + name + ']'));
  open.addEventListener('input', () => { open.value = open.value.replace(/,/g, ''); });
  progress.readOnly = true;
  shipped.addEventListener('change', () => setTimeout(() => { shipped.value = '7'; }, 30));`;

/** Fields for one insertion each, all with a page that has the last word in another way. */
const fields = `<h1>Felder</h1>
  <p><label>Ohne Komma <input id="strips"></label></p>
  <p><label>Ganzzahl <input id="parses" value="1"></label></p>
  <p><label>Zurück <input id="restores" value="7"></label></p>
  <p><label>Mikro <input id="microtask" value="7"></label></p>
  <p><label>Animation <input id="frame" value="7"></label></p>
  <p><label>Spät <input id="late" value="7"></label></p>
  <p><label>Formatiert <textarea id="formats"></textarea></label></p>
  <p><label>Neu gebaut <span><input id="rebuilt"></span></label></p>
  <p><label>Leert <input id="empties" value="1"></label></p>
  <p><span id="react-root"></span></p>
  <p id="vue-root"><label>Vue <input id="vue-field" v-model="ids"></label></p>
  <p><label>Code <textarea id="code" style="width:1px;height:1px;opacity:0;padding:0;border:0"></textarea></label> <output id="code-text"></output></p>`;
const fieldsScript = `
  const on = (id, type, run) => document.querySelector('#' + id).addEventListener(type, ({ currentTarget: field }) => run(field));
  on('strips', 'input', (field) => { field.value = field.value.replace(/,/g, ''); });
  on('parses', 'change', (field) => { field.value = parseInt(field.value, 10); });
  on('restores', 'input', (field) => setTimeout(() => { field.value = '7'; }, 30));
  on('microtask', 'input', (field) => queueMicrotask(() => { field.value = '7'; }));
  on('frame', 'input', (field) => requestAnimationFrame(() => { field.value = '70'; }));
  on('late', 'change', (field) => setTimeout(() => { field.value = '71'; }, 90));
  on('formats', 'input', (field) => { field.value = field.value.split(',').join(', '); });
  on('rebuilt', 'change', (field) => { const next = field.cloneNode(); next.value = '5'; field.replaceWith(next); });
  on('empties', 'change', (field) => { field.value = ''; });
  on('code', 'input', (field) => { document.querySelector('#code-text').textContent += field.value; field.value = ''; });
  function Strict() {
    const [ids, setIds] = React.useState('');
    return React.createElement('input', { id: 'react-field', value: ids, onChange: (event) => setIds(event.target.value.replace(/[^0-9]/g, '')) });
  }
  ReactDOM.createRoot(document.querySelector('#react-root')).render(React.createElement(Strict));
  Vue.createApp({ data: () => ({ ids: '' }), watch: { ids(now) { setTimeout(() => { this.ids = now.slice(0, 1); }, 20); } } }).mount('#vue-root');`;

/** The mouse moves no focus on this page; an order number has it. */
const stubborn = `<h1>Widerspenstig</h1>
  <p><label>Auftragsnummer <input id="order" value="100042"></label></p>
  <p><label>Offen <input id="target" value="2"></label></p>
  <p id="rich" contenteditable="true" role="textbox" aria-label="Freitext">2</p>
  <iframe src="https://frame.example.com/frame" title="Fremde Felder"></iframe>
  <dialog aria-label="Einstellungen"><label>Im Dialog <input id="inside"></label></dialog>`;
const stubbornScript = `
  for (const type of ['mousedown', 'pointerdown']) addEventListener(type, (event) => event.preventDefault(), true);
  document.querySelector('#order').focus();`;

const framed = `<h1>Rahmen</h1><iframe src="/xentral" title="Formular" width="900" height="500"></iframe>`;

export const erpForms: Readonly<Record<string, ErpMarkup>> = {
  '/xentral': { html: xentral },
  '/openxe': { html: openxe },
  '/english': { html: english },
  '/frameworks': { html: frameworks, script: frameworksScript },
  '/shadow': { html: shadow, script: shadowScript },
  '/unclear': { html: unclear },
  '/no-form': { html: noForm },
  '/unruly': { html: unruly, script: unrulyScript },
  '/fields': { html: fields, script: fieldsScript },
  '/stubborn': { html: stubborn, script: stubbornScript },
  '/framed': { html: framed },
};
