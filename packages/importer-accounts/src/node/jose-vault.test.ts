import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJoseVault } from './jose-vault.js';

describe('openJoseVault', () => {
  it('gives back any text to its owner, and shows nothing of it', async () => {
    const vault = await openJoseVault([randomBytes(32)]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 8 }), fc.string(), async (text, owner) => {
        const sealed = await vault.seal(text, owner);
        expect(sealed).not.toContain(Buffer.from(text).toString('base64url'));
        expect(await vault.open(sealed, owner)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('never gives a text to another owner, also when the header is rewritten', async () => {
    const vault = await openJoseVault([randomBytes(32)]);
    const sealed = await vault.seal('secret of a', 'a');
    await expect(vault.open(sealed, 'b')).rejects.toMatchObject({ code: 'sealed-text-damaged' });
    const [header = '', ...rest] = sealed.split('.');
    const forged = { ...JSON.parse(Buffer.from(header, 'base64url').toString()), sub: 'b' };
    const forgedText = [Buffer.from(JSON.stringify(forged)).toString('base64url'), ...rest].join('.');
    await expect(vault.open(forgedText, 'b')).rejects.toMatchObject({ code: 'sealed-text-damaged' });
  });

  it('opens what an older key sealed, and seals with the current one', async () => {
    const [older, newer] = [randomBytes(32), randomBytes(32)];
    const before = await openJoseVault([older]);
    const after = await openJoseVault([newer, older]);
    const sealed = await before.seal('text', 'a');
    expect(after.isCurrent(sealed)).toBe(false);
    const again = await after.seal(await after.open(sealed, 'a'), 'a');
    expect(after.isCurrent(again)).toBe(true);
    await expect(before.open(again, 'a')).rejects.toMatchObject({ code: 'encryption-key-unknown' });
  });

  it.each(['', 'x', 'a.b.c.d.e', 'eyJhbGciOiJub25lIn0....'])('refuses %j', async (text) => {
    const vault = await openJoseVault([randomBytes(32)]);
    await expect(vault.open(text, 'a')).rejects.toMatchObject({ code: 'sealed-text-damaged' });
  });

  it('refuses keys of another length', async () => {
    await expect(openJoseVault([randomBytes(16)])).rejects.toMatchObject({ code: 'encryption-key-invalid' });
    await expect(openJoseVault([])).rejects.toMatchObject({ code: 'encryption-key-invalid' });
  });
});
