/** What a run of kills came to. */
export class KillFigures {
  kills = 0;
  /** Lives that ended by themselves. */
  finished = 0;
  episodes = 0;
  delivered = 0;
  held = 0;
  shipments = 0;
  statuses = 0;
  lost = 0;
  duplicated = 0;
  /** Kills that left half a line in the file. */
  torn = 0;
  /** Kills by command and by what the process was doing. */
  readonly phases = new Map<string, number>();
  readonly problems: string[] = [];
  readonly #startedAt = performance.now();

  killedIn(command: string, phase: string): void {
    this.kills += 1;
    const key = `${command}: ${phase}`;
    this.phases.set(key, (this.phases.get(key) ?? 0) + 1);
  }

  /** For a person; also the numbers of a progress line. */
  describe(): string {
    const { kills, finished, episodes, lost, duplicated, delivered, held, shipments, statuses, torn } = this;
    const seconds = Math.round((performance.now() - this.#startedAt) / 1000);
    return (
      `${kills} kills (${torn} left a torn line), ${finished} lives to their end, ${episodes} histories, ` +
      `${delivered} orders delivered, ${held} held, ${shipments} parcels and ${statuses} statuses reported; ` +
      `${lost} lost, ${duplicated} duplicated, ${this.problems.length} problems, ${seconds} s`
    );
  }

  describePhases(): string {
    return [...this.phases]
      .sort(([, a], [, b]) => b - a)
      .map(([phase, count]) => `  ${String(count).padStart(4)} ${phase}`)
      .join('\n');
  }
}
