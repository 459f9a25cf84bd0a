import { localMemory } from '../browser/memory.js';
import { webExtension } from '../browser/web-extension.js';
import { textsToInsert } from '../insert/texts-to-insert.js';
import { insertAndTell } from './insert-and-tell.js';

/** The shortcut "insert": what was copied last, or the ids of "open" when nothing was copied yet. */
export function listenToInsertCommand(): void {
  webExtension.commands.onCommand.addListener(async (command, tab) => {
    if (command !== 'insert-ids' || tab?.id === undefined) return;
    const [first] = await textsToInsert(localMemory);
    await insertAndTell(first?.text, tab.id);
  });
}
