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
  /** Lower and upper quartile of the runs whose median is the value. */
  readonly spread?: readonly [number, number];
  /** Runs behind the median. */
  readonly runs?: number;
  /** Processor time per order, in microseconds: what stays the same on a busy machine. */
  readonly cpuUs?: number;
  /** What the reader should know, e.g. how a peer failed. */
  readonly note?: string;
}

export function print(figure: Figure): void {
  const { value, ratio, spread, cpuUs, ...rest } = figure;
  console.log(
    JSON.stringify({
      ...rest,
      value: value === null ? null : rounded(value),
      ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
      ...(spread === undefined ? {} : { spread: spread.map(rounded) }),
      ...(cpuUs === undefined ? {} : { cpuUs: rounded(cpuUs) }),
    }),
  );
}

/** Several runs of the same work, in milliseconds: median, quartiles, and the median of the processor time. */
export interface Sample {
  readonly runs: number;
  readonly median: number;
  readonly quartiles: readonly [number, number];
  readonly cpu: number;
}

/**
 * Runs `work` so many times after so many to warm up.
 *
 * @param prepare done before each run, and not measured
 */
export async function sample<Input>(
  { times, warmUp = 1 }: { readonly times: number; readonly warmUp?: number },
  prepare: () => Input | Promise<Input>,
  work: (input: Input) => unknown,
): Promise<Sample> {
  const walls: number[] = [];
  const cpus: number[] = [];
  for (let run = -warmUp; run < times; run += 1) {
    const input = await prepare();
    const cpu = process.cpuUsage();
    const start = performance.now();
    await work(input);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    if (run < 0) continue;
    walls.push(wall);
    cpus.push((user + system) / 1000);
  }
  const at = (values: number[], share: number): number =>
    values.sort((a, b) => a - b)[Math.round((values.length - 1) * share)] ?? Number.NaN;
  return {
    runs: times,
    median: at(walls, 0.5),
    quartiles: [at(walls, 0.25), at(walls, 0.75)],
    cpu: at(cpus, 0.5),
  };
}

/** A sample as orders per second. */
export function ordersPerSecond(
  { runs, median, quartiles: [quick, slow], cpu }: Sample,
  orders: number,
): { value: number; spread: [number, number]; runs: number; cpuUs: number } {
  const rate = (milliseconds: number): number => (orders / milliseconds) * 1000;
  return { value: rate(median), spread: [rate(slow), rate(quick)], runs, cpuUs: (cpu / orders) * 1000 };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
