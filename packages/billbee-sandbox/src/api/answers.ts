import { jsonText } from '../json-text.js';

/** Billbee's error codes with an official name, as far as the sandbox uses them. */
const ERROR_NAMES = { 0: 'NoError', 11: 'InvalidData' } as const;
export type ErrorCode = keyof typeof ERROR_NAMES;

/** One JSON answer in Billbee's notation. */
export function answer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(jsonText(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

/** Billbee's envelope around one result; ErrorDescription is a text there, whatever the documentation says. */
export function envelope(Data: unknown, code: ErrorCode = 0, message: string | null = null): object {
  return { ErrorMessage: message, ErrorCode: code, ErrorDescription: ERROR_NAMES[code], Data };
}

/** Envelope around one page of a list. */
export function page(rows: readonly unknown[], at: { page: number; pageSize: number }): object {
  const from = (at.page - 1) * at.pageSize;
  const Paging = {
    Page: at.page,
    TotalPages: Math.ceil(rows.length / at.pageSize),
    TotalRows: rows.length,
    PageSize: at.pageSize,
  };
  return { Paging, ...envelope(rows.slice(from, from + at.pageSize)) };
}

/** A successful write: status 200 and not one byte of body. */
export function done(): Response {
  return new Response(null, { status: 200, headers: { 'Content-Length': '0' } });
}

/** An unknown id: status 404 with neither ErrorCode nor ErrorMessage. */
export function notFound(what = 'The requested resource was not found.'): Response {
  return answer({ Message: what }, 404);
}

/** Data the call cannot be carried out with. */
export function invalid(message: string): Response {
  return answer(envelope(null, 11, message), 400);
}
