/** What the histories came to; printed at the end. */
export class Figures {
  histories = 0;
  overSockets = 0;
  uncounted = 0;
  orders = 0;
  broken = 0;
  calls = 0;
  mostCallsInRun = 0;
  delivered = 0;
  writeBacks = 0;
  readonly runs: Record<string, number> = {};
  readonly faults: Record<string, number> = {};
  readonly crashes: Record<string, number> = {};
  readonly events: Record<string, number> = {};
  lost = 0;
  duplicated = 0;
  heldRight = 0;
  heldWrong = 0;
  otherwiseWrong = 0;

  static count(table: Record<string, number>, name: string): void {
    table[name] = (table[name] ?? 0) + 1;
  }

  print(): string {
    const list = (table: Record<string, number>): string => {
      const total = Object.values(table).reduce((sum, value) => sum + value, 0);
      const parts = Object.entries(table).sort(([one], [other]) => one.localeCompare(other));
      return `${total} (${parts.map(([name, count]) => `${name} ${count}`).join(', ')})`;
    };
    return [
      `histories  ${this.histories}, ${this.overSockets} of them over sockets, ${this.uncounted} without counts`,
      `orders     ${this.orders}, ${this.broken} of them broken at some time`,
      `runs       ${list(this.runs)}`,
      `calls      ${this.calls}, at most ${this.mostCallsInRun} in a run`,
      `faults     ${list(this.faults)}`,
      `crashes    ${list(this.crashes)}`,
      `events     ${list(this.events)}`,
      `writebacks ${this.writeBacks}`,
      `delivered  ${this.delivered}: ${this.lost} lost, ${this.duplicated} duplicated`,
      `held       ${this.heldRight} right, ${this.heldWrong} wrong`,
      `otherwise  ${this.otherwiseWrong} wrong`,
    ].join('\n');
  }
}
