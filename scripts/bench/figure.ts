/** One line of `npm run bench`. */
export interface Figure {
  readonly name: string;
  /** null when there was nothing to measure; the note says why. */
  readonly value: number | null;
  readonly unit: string;
  /** What was measured beside it in the same run. */
  readonly peer?: string;
  /** Ours divided by the peer's, in the figure's own unit. */
  readonly ratio?: number;
  /** What the reader should know, e.g. how a peer failed. */
  readonly note?: string;
}

export function print(figure: Figure): void {
  const { value, ratio, ...rest } = figure;
  console.log(
    JSON.stringify({
      ...rest,
      value: value === null ? null : rounded(value),
      ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
    }),
  );
}

/** Median of `times` runs of `work`, in milliseconds, after one run to warm up. */
export async function medianMs(times: number, work: () => unknown): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
