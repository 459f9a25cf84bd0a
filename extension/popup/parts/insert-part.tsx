import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../i18n/text-context.js';
import { insertIds } from '../../insert/insert-ids.js';
import { insertMessage, insertTextName } from '../../insert/insert-messages.js';
import { type InsertText, textsToInsert } from '../../insert/texts-to-insert.js';
import type { ViewServices } from '../view-services.js';
import { CheckIcon } from './icons.js';

/** On any other page: the ids, each inserted into the field that was clicked into last. */
export function InsertPart({ services }: { services: ViewServices }) {
  const t = useText();
  const { browser, tabId } = services;
  const [texts, setTexts] = useState<readonly InsertText[]>([]);
  const [said, setSaid] = useState({ good: false, message: '' });
  useEffect(() => {
    textsToInsert(browser.memory).then(setTexts, () => undefined);
  }, [browser]);
  if (tabId === undefined) return null;

  const insert = async (text: string): Promise<void> => {
    setSaid({ good: false, message: '' });
    const result = await insertIds(browser.pages, text, tabId);
    setSaid({ good: result.outcome === 'inserted', message: insertMessage(result, text, t) });
  };

  return (
    <section class="insert">
      <h2>{t('insertTitle')}</h2>
      <p class="hint">{t('insertExplained')}</p>
      <ul class="chips">
        {texts.map((text) => (
          <li key={text.from}>
            <button type="button" class="button chip" onClick={() => void insert(text.text)}>
              {insertTextName(text, t)} <b>{text.text}</b>
            </button>
          </li>
        ))}
      </ul>
      <p class="outcome" role="status" data-outcome={said.good ? 'done' : said.message ? 'hint' : 'none'}>
        {said.good && <CheckIcon />}
        {said.message}
      </p>
    </section>
  );
}
