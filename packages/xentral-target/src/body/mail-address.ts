/** A mail address that Xentral accepts as one; undefined: none. */
export function mailAddress(text: string | null | undefined): string | undefined {
  const address = text?.trim() ?? '';
  return address.length <= 254 && /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@.]{2,}$/.test(address)
    ? address
    : undefined;
}
