import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './support/workplace.js';

/** Files of the data folder in which a text stands. */
function filesWith({ path }: Workplace, ...texts: string[]): string[] {
  const folder = path('data');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file);
      return texts.some((text) => content.includes(text));
    });
}

it('removes what is kept of the merchant of the environment from every file of the store', async () => {
  const workplace = await openWorkplace({ orders: 0 });
  const { sandbox, run } = workplace;
  const address = {
    ...(sandbox.addOrder().InvoiceAddress as object),
    LastName: 'Zyxwvutski',
    Street: 'Qwertzgasse',
  };
  for (let count = 0; count < 30; count += 1) {
    sandbox.addOrder({ InvoiceAddress: address, ShippingAddress: address } as never);
    sandbox.addOrder({ InvoiceAddress: address, ShippingAddress: address, TotalCost: 1 } as never);
  }
  const { username } = sandbox.credentials;
  await run(['import', '--status', '3']);
  await run(['report', 'shipment', '4711', 'JD1']);
  const personal = ['Zyxwvutski', 'Qwertzgasse', username];
  expect(filesWith(workplace, ...personal)).not.toEqual([]);

  expect(await run(['accounts', 'remove', username, '--data'])).toMatchObject({ code: 0 });
  expect(filesWith(workplace, ...personal)).toEqual([]);
  expect((await run(['orders'])).stdout).toBe('No orders.\n');
  expect(await run(['accounts', 'remove', username, '--data'])).toMatchObject({ code: 1 });
  // The store is as good as new.
  expect((await run(['import', '--status', '3', '--json'])).code).toBe(2);
});
