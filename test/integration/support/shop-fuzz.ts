import { readFileSync } from 'node:fs';
import type { Random } from '../../simulation/random.js';
import { command, sendCommand } from './shop-client.js';

export interface FuzzOptions {
  readonly url: string;
  readonly token: string;
  readonly settings: Readonly<Record<string, string>>;
  /** None of these may stand in any answer. */
  readonly secrets: readonly string[];
  readonly requests: number;
  readonly random: Random;
  /** Process of the service, whose memory is watched. */
  readonly pid: number;
}

export interface FuzzFigures {
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers that broke a promise. */
  readonly faults: readonly string[];
  /** Resident memory in MB after the first tenth, and the most after that. */
  readonly memory: { readonly early: number; readonly most: number };
}

type Json = unknown;

/** What each command looks like when it is right. */
const templates: readonly (readonly [action: string, data: Json])[] = [
  ['getauftraegeanzahl', ''],
  ['getauftraegeanzahl', { nummer: '2026-1' }],
  ['getauftrag', { datumvon: '2026-11-20 00:00:00', datumbis: '', anzgleichzeitig: '0', holeallestati: 1 }],
  ['getauftrag', { datumvon: '2026-11-20 00:00:00', anzgleichzeitig: '50' }],
  ['getauftrag', { datumvon: '2026-11-20 00:00:00', anzgleichzeitig: '1.5' }],
  ['deleteauftrag', { auftrag: '300000180937794', internet: '' }],
  [
    'updateauftrag',
    {
      orderId: 7,
      shopOrderId: '300000180937794',
      orderStatus: 'Completed',
      shipments: [{ id: 1, trackingNumber: '0034', trackingUrl: null, shippingMethod: 'dhl' }],
    },
  ],
  ['storniereauftrag', { auftrag: '300000180937794' }],
  ['updatezahlungsstatus', { auftrag: '300000180937794', zahlungsstatus: 'bezahlt' }],
  [
    'sendlistlager',
    [
      {
        artikel: '1',
        nummer: 'GIE-5L',
        anzahl_lager: 4,
        artikelnummer_fremdnummern: [{ nummer: 'A', aktiv: '1' }],
      },
    ],
  ],
  ['sendlist', []],
  ['auth', 'info'],
];

const odd: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  "' OR 1=1 --",
  '\u0000',
  '\ud800',
  '💥',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  'x'.repeat(100_000),
  '9'.repeat(400),
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: { prototype: 1 } },
  Array.from({ length: 6000 }, () => null),
];

/** Changes one random place of a value. */
function mutate(value: Json, random: Random): Json {
  if (typeof value !== 'object' || value === null || random.chance(0.25)) return random.pick(odd);
  const copy = structuredClone(value) as Record<string, Json>;
  const keys = Object.keys(copy);
  const key = random.pick(keys);
  if (key === undefined || random.chance(0.1))
    return { ...copy, [`key-${random.integer(0, 9)}`]: random.pick(odd) };
  if (random.chance(0.2)) delete copy[key];
  else copy[key] = mutate(copy[key], random);
  return copy;
}

/** Sends requests that are nearly right, and looks what comes back. */
export async function fuzz(options: FuzzOptions): Promise<FuzzFigures> {
  const { url, token, settings, secrets, requests, random, pid } = options;
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  let early = 0;
  let most = 0;
  let sent = 0;
  async function one(): Promise<void> {
    const [action, data] = random.pick(templates) ?? ['auth', 'info'];
    const valid = command(action, data, settings);
    const changed = random.chance(0.15) ? valid : mutate(valid, random);
    let body = Buffer.from(JSON.stringify(changed) ?? '');
    if (random.chance(0.1)) body = body.subarray(0, random.integer(0, body.length));
    if (random.chance(0.1)) body = Buffer.concat([body, Buffer.from([random.integer(0, 255), 0xff])]);
    const headers = random.chance(0.05)
      ? { 'content-type': random.pick(['text/plain', 'application/xml']) ?? '' }
      : {};
    const late = random.chance(0.03)
      ? { 'x-billbee-timestamp': random.pick(['0', 'now', '99999999999']) ?? '' }
      : {};
    const wrong = random.chance(0.03) ? { 'x-billbee-signature': `v1=${'0'.repeat(64)}` } : {};
    const answer = await sendCommand(url, token, body, { ...headers, ...late, ...wrong });
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    const note = (problem: string): void => {
      faults.push(
        `${problem}: ${action} ${body.toString('utf8').slice(0, 200)} -> ${answer.status} ${answer.text.slice(0, 200)}`,
      );
    };
    if (answer.status !== 200 && (answer.status < 400 || answer.status > 499)) note('status');
    if (secrets.some((secret) => answer.text.includes(secret))) note('a secret');
    if (/node_modules|at \w+ \(|\/src\//.test(answer.text)) note('the inside');
    try {
      const { ok, error } = JSON.parse(answer.text) as {
        ok: boolean;
        error?: { code: string; message: string };
      };
      if (ok !== true && !(error?.code && error.message)) note('no cause');
      if (error?.code === 'unexpected') note('unexpected');
    } catch {
      note('no JSON');
    }
  }
  async function lane(): Promise<void> {
    while (sent < requests) {
      sent += 1;
      await one();
      const memory = residentMb(pid);
      if (sent <= requests / 10) early = Math.max(early, memory);
      else most = Math.max(most, memory);
    }
  }
  await Promise.all(Array.from({ length: 6 }, lane));
  return { statuses, faults, memory: { early, most } };
}

/** Memory of a process in MB. Source: proc(5). */
export function residentMb(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return Math.round((pages * 4096) / 1_048_576);
}
