/** Look of the sandbox's pages: our own, plain, without any outside file. */
export const STYLES = `
:root { --ink: #1f2733; --soft: #66728a; --line: #dde2ea; --wash: #f4f6f9; --accent: #3457d5; --side: #232b3a; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); font: 13.5px/1.45 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
a { color: var(--accent); }
small { color: var(--soft); }
bb-sandbox-root { display: grid; grid-template-rows: auto 1fr; height: 100vh; }
bb-sandbox-side { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; padding: 7px 10px; background: var(--side); }
bb-sandbox-side small { margin-left: auto; padding: 0 10px; color: #8f9bb3; }
.brand { padding: 0 10px; color: #fff; font-size: 18px; font-weight: 650; text-decoration: none; }
bb-sandbox-side nav { display: flex; flex-wrap: wrap; gap: 2px; }
bb-sandbox-side nav > * { padding: 5px 10px; border-radius: 6px; color: #c3cbdb; text-decoration: none; }
bb-sandbox-side nav [aria-current] { background: #36415a; color: #fff; font-weight: 600; }
bb-sandbox-content { display: flex; flex-direction: column; min-width: 0; }
bb-sandbox-content header { padding: 14px 20px 6px; }
h1 { margin: 0; font-size: 20px; }
#legacyFrame { flex: 1; width: 100%; border: 0; }
body.legacy { padding: 8px 20px 24px; }
body.single { max-width: 860px; margin: 0 auto; padding-top: 28px; }
.toolbar { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; padding: 6px 0 12px; }
.spacer { flex: 1; }
.btn { display: inline-flex; align-items: center; gap: 6px; padding: 6px 12px; border: 1px solid var(--line); border-radius: 6px;
  background: #fff; color: var(--ink); font: inherit; text-decoration: none; cursor: pointer; }
.btn:hover { background: var(--wash); }
.btn-primary { border-color: var(--accent); background: var(--accent); color: #fff; }
.btn-primary:hover { background: #2947b5; }
.caret { border: 4px solid transparent; border-top-color: currentColor; border-bottom: 0; }
.search { width: 210px; }
input[type="search"], select { padding: 5px 8px; border: 1px solid var(--line); border-radius: 6px; background: #fff; color: inherit; font: inherit; }
.filters { display: flex; flex-wrap: wrap; align-items: end; gap: 10px 14px; margin-bottom: 12px; padding: 10px 12px; border: 1px solid var(--line);
  border-radius: 8px; background: var(--wash); }
.field { display: grid; gap: 3px; color: var(--soft); font-size: 12px; }
.field:empty { display: none; }
#filterControl:has(> select)::before { content: "Status"; }
.field select { max-width: 148px; color: var(--ink); font-size: 13px; }
.choices { display: flex; flex-wrap: wrap; gap: 2px 12px; max-width: 620px; margin: 0; padding: 4px 10px 8px; border: 1px solid var(--line);
  border-radius: 6px; background: #fff; color: var(--ink); font-size: 13px; }
.btn-group, .picker { position: relative; display: inline-block; }
.dropdown-menu { position: absolute; z-index: 5; top: calc(100% + 4px); left: 0; display: none; min-width: 200px; margin: 0; padding: 6px;
  border: 1px solid var(--line); border-radius: 8px; background: #fff; box-shadow: 0 8px 24px #1f27332e; list-style: none; }
.open > .dropdown-menu { display: block; }
.dropdown-menu a { display: block; padding: 4px 10px; border-radius: 5px; color: var(--ink); text-decoration: none; }
.dropdown-menu a:hover { background: var(--wash); }
.dot { display: inline-block; width: 8px; height: 8px; margin-right: 6px; border-radius: 50%; background: #8f9bb3; }
.dot-0 { background: #2f9e62; } .dot-1 { background: #d9822b; } .dot-2 { background: #3457d5; } .dot-3 { background: #b3374d; }
.mat-mdc-select-panel { display: grid; padding: 6px; border: 1px solid var(--line); border-radius: 6px; background: #fff; color: var(--ink); }
.table { width: 100%; border-collapse: collapse; }
#grid { font-size: 12.5px; }
#grid :is(th, td) { padding: 5px 6px; }
#grid td { white-space: nowrap; }
#grid :is(.c8, .c9, .c10) { max-width: 112px; overflow: hidden; text-overflow: ellipsis; }
.table th { padding: 7px 8px; border-bottom: 2px solid var(--line); color: var(--soft); font-size: 12px; font-weight: 600; text-align: left; white-space: nowrap; }
.table td { padding: 7px 8px; border-bottom: 1px solid var(--line); vertical-align: top; }
.table td small { display: block; font-size: 12px; white-space: nowrap; }
.table .articles small { display: inline; }
.table tr:hover td { background: #fafbfd; }
tr.success td, tr.success:hover td { background: #e9efff; }
.sum { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.order-link { font-weight: 600; text-decoration: none; }
.funnel { width: 0; height: 0; margin-left: 4px; padding: 0; border: 5px solid transparent; border-top-color: var(--soft); background: none; vertical-align: -4px; }
.label { display: inline-block; padding: 1px 8px; border-radius: 10px; background: #e8ebf1; color: #4a5468; font-size: 12px; font-weight: 600; white-space: nowrap; }
.label-success { background: #ece6fb; color: #5b3da8; }
.waiting td, .empty td, .figures td { padding: 14px 9px; color: var(--soft); }
.inlineeditText { padding: 1px 4px; border-radius: 4px; cursor: pointer; }
.inlineeditText:hover { background: #e4ebff; }
.inlineedit-active { min-width: 100px; }
.inlineeditInput .dropdown-menu { top: -6px; }
.btn-mini { padding: 0 8px; }
.mark { display: inline-block; width: 20px; color: var(--soft); font-style: normal; font-weight: 650; text-align: center; }
.menu-place { position: relative; }
.menu-slot .btn-group { position: absolute; top: 100%; left: 0; }
.menu-slot .btn-group > .btn { display: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.language-badge { position: fixed; right: 14px; bottom: 14px; padding: 2px 8px; border-radius: 4px; background: #4a5468; color: #fff; font-size: 11px; text-decoration: none; }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 18px; }
dt { color: var(--soft); }
dd { margin: 0; }
`;
