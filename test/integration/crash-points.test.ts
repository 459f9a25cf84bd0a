import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Databases, embeddedDatabases } from '../simulation/databases.js';
import { crashAt } from '../simulation/kills/crash-at.js';

let databases: Databases;
beforeAll(async () => {
  databases = await embeddedDatabases();
});
afterAll(() => databases.close());

describe('an import killed at one exact point', () => {
  it.each([
    ['between claim and delivery', 'append#1'],
    ['in the middle of a line', 'half a line#1'],
    ['with the orders in the file, before they are confirmed', 'synced#1'],
    ['after they are confirmed, before the watermark moves', 'insert cursor#1'],
    ['before a parcel is sent', 'POST /orders/{id}/shipment#1'],
    ['after a parcel was sent, before that is noted', 'POST /orders/{id}/shipment answered#1'],
  ])('%s loses nothing and doubles nothing', async (_, at) => {
    expect(await crashAt({ databases, at, shipsBetween: true })).toMatchObject({
      killed: true,
      problems: [],
    });
  });
});
