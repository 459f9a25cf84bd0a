import { readBody } from 'importer-core/service';
import type { z } from 'zod';
import { commandRequest } from '../protocol/envelope.js';
import { checkSignature, type SignatureProblem } from '../protocol/signature.js';
import { Problem } from './problem.js';

/** Far more than any command needs; the longest carries mapping tables. */
const mostBytes = 1_048_576;

const signatureProblems: Readonly<Record<SignatureProblem, string>> = {
  'timestamp-missing': 'Die Anfrage hat keinen Zeitstempel. Bitte die PHP-Datei erneuern.',
  'timestamp-off':
    'Die Uhr des ERP-Servers und die des Dienstes gehen mehr als fünf Minuten auseinander. Bitte beide stellen.',
  'signature-wrong': 'Die Signatur der Anfrage stimmt nicht: Sie wurde unterwegs verändert.',
};

/**
 * Reads a signed command.
 *
 * @throws Problem
 */
export async function readCommand(
  request: Request,
  token: string,
  now: number,
): Promise<z.output<typeof commandRequest>> {
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new Problem(415, 'not-json', 'Erwartet wird Content-Type: application/json.', {
      connection: 'close',
    });
  }
  const body = await readText(request);
  const problem = await checkSignature(
    token,
    {
      timestamp: request.headers.get('x-billbee-timestamp') ?? undefined,
      signature: request.headers.get('x-billbee-signature') ?? undefined,
    },
    body,
    now,
  );
  if (problem) throw new Problem(400, problem, signatureProblems[problem]);
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new Problem(400, 'json-invalid', 'Die Anfrage ist kein gültiges JSON.');
  }
  const read = commandRequest.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const path = issue?.path.map(String).join('.') || 'action';
  throw new Problem(
    422,
    'request-invalid',
    `Die Anfrage hat bei „${path.slice(0, 80)}“ keinen erlaubten Wert.`,
  );
}

async function readText(request: Request): Promise<string> {
  try {
    const bytes = await readBody(request, mostBytes);
    if (bytes) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, 'body-unreadable', 'Die Anfrage ist unvollständig oder kein UTF-8.');
  }
  throw new Problem(413, 'too-large', `Die Anfrage ist größer als ${mostBytes} Bytes.`, {
    connection: 'close',
  });
}
