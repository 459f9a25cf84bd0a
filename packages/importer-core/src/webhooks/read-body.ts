/**
 * Reads the body of a request, byte for byte, up to a size and no further.
 *
 * @param mostBytes largest body that is read
 * @returns undefined when it is larger
 * @throws Error when the client breaks off
 * @example const body = await readBody(request, 262_144)
 */
export async function readBody(
  request: Request,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    size += value.byteLength;
    if (size > mostBytes) {
      await reader?.cancel().catch(() => {});
      return undefined;
    }
    parts.push(value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.byteLength;
  }
  return body;
}
