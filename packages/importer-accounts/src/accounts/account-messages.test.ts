import { it } from 'vitest';
import { expectWholeCatalogue } from '../../../importer-core/src/messages/testing.test.data.js';
import { accountMessages } from './account-messages.js';

it('says everything in both languages, with all values', () => {
  expectWholeCatalogue(accountMessages);
});
