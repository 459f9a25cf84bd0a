/** The page's one style sheet: light and dark by what the operator's system prefers. */
export const styles = `
:root { color-scheme: light dark; --text: #1b2430; --soft: #566072; --back: #fff; --card: #f5f7fa; --line: #d5dae2;
  --accent: #0b5cad; --on-accent: #fff; --good: #17662f; --bad: #a3201b; --warn: #7a4d00; --note: #e8f1fb }
@media (prefers-color-scheme: dark) { :root { --text: #e7ebf1; --soft: #a8b2c1; --back: #15181d; --card: #1f242b;
  --line: #3a424d; --accent: #7db8f5; --on-accent: #10151b; --good: #7fd99a; --bad: #ff9d96; --warn: #f0c069; --note: #1c2b3b } }
* { box-sizing: border-box }
body { margin: 0; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif }
.skip { position: absolute; left: -999rem } .skip:focus { left: .5rem; top: .5rem; background: var(--back); padding: .5rem }
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; border-bottom: 1px solid var(--line) }
header .name { font-weight: 650; margin-right: auto } header a.name { color: inherit; text-decoration: none }
header nav, .row { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .75rem 0 } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
a { color: var(--accent) } a:focus-visible, button:focus-visible, input:focus-visible, .scroll:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px }
[aria-current] { font-weight: 650; color: inherit; text-decoration: none }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
caption { text-align: left; padding: .6rem .75rem; color: var(--soft) }
th, td { text-align: left; padding: .45rem .75rem; border-top: 1px solid var(--line); vertical-align: top }
thead th { border-top: 0; background: var(--card); font-weight: 600 } tbody th { font-weight: 500; overflow-wrap: anywhere }
td.figure, th.figure { text-align: right; white-space: nowrap } td.time { white-space: nowrap } td.words { min-width: 18rem; overflow-wrap: anywhere }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere } td code, th code { white-space: nowrap } th .id { white-space: nowrap }
.good { color: var(--good) } .bad { color: var(--bad) } .warn { color: var(--warn) } .soft { color: var(--soft) }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; list-style: none }
.cards li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .85rem }
.cards b { display: block; font-size: 1.2rem; line-height: 1.35; font-weight: 600 } .cards a { text-decoration-thickness: 1px }
button { font: inherit; color: var(--accent); background: transparent; border: 1px solid var(--accent); border-radius: .4rem;
  padding: .2rem .7rem; cursor: pointer; white-space: nowrap }
button.first { background: var(--accent); color: var(--on-accent) } form { margin: 0 }
input { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--soft); border-radius: .4rem; padding: .4rem .6rem; width: 100% }
.login { max-width: 24rem; display: grid; gap: .75rem } .login label { display: grid; gap: .25rem }
.note { background: var(--note); border-left: 4px solid var(--accent); padding: .6rem .85rem; border-radius: .25rem }
.note.bad { border-color: var(--bad); color: inherit }
.chips { display: flex; flex-wrap: wrap; gap: .4rem .9rem; margin: .5rem 0 1rem; padding: 0; list-style: none }
figure { margin: .5rem 0 } svg { display: block; width: 100%; height: auto; background: var(--card); border: 1px solid var(--line); border-radius: .5rem }
svg .grid { stroke: var(--line) } svg .lag { stroke: var(--accent); fill: none; stroke-width: 2; stroke-linejoin: round }
svg .area { fill: var(--accent); opacity: .15 } svg text { fill: var(--soft); font: 12px system-ui, sans-serif }
svg circle.lag { fill: var(--accent) }
.row.find { margin: .5rem 0 1rem; align-items: flex-end } .find button { padding: .45rem .9rem } .find label { display: grid; gap: .15rem } .find .grow { flex: 1 1 16rem; max-width: 30rem }
.tools { margin: .5rem 0 .75rem; justify-content: space-between } .stack { display: grid; gap: .5rem; max-width: 24rem; padding: .5rem 0 } .stack p { margin: 0 }
details summary { cursor: pointer; color: var(--accent); margin-top: .4rem } details summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .25rem 1rem 1rem; margin: 1rem 0 } .card h2 { margin-top: .75rem }
@media (max-width: 48rem) { table.stacks thead { position: absolute; left: -999rem } table.stacks, table.stacks tbody { display: block }
  table.stacks tr { display: block; padding: .6rem .25rem; border-top: 1px solid var(--line) } table.stacks tr:first-child { border-top: 0 }
  table.stacks th, table.stacks td { display: block; border: 0; padding: .2rem .75rem; min-width: 0; text-align: left; white-space: normal }
  table.stacks td[data-label]::before { content: attr(data-label); display: block; color: var(--soft); font-size: .85rem } }
footer { color: var(--soft); border-top: 1px solid var(--line); margin-top: 2rem }
`;
