import { useEffect, useState } from 'preact/hooks';
import type { PermissionPort, Shortcut } from '../browser/browser-port.js';
import { useText } from '../i18n/text-context.js';
import type { MessageKey } from '../i18n/translate.js';

interface Props {
  readonly openOrders: () => Promise<void>;
  readonly shortcuts: () => Promise<readonly Shortcut[]>;
  readonly permission: PermissionPort;
}

const steps: readonly (readonly [title: MessageKey, text: MessageKey])[] = [
  ['welcomeRead', 'welcomeReadText'],
  ['welcomeCopy', 'welcomeCopyText'],
  ['welcomeInsert', 'welcomeInsertText'],
];

/** The page of one screen that opens after installation: what to do, in three steps, and what is not done. */
export function Welcome({ openOrders, shortcuts, permission }: Props) {
  const t = useText();
  const [list, setList] = useState<readonly Shortcut[]>([]);
  const [granted, setGranted] = useState(true);
  useEffect(() => {
    shortcuts().then(setList, () => undefined);
    const ask = (): void => void permission.granted().then(setGranted, () => undefined);
    ask();
    return permission.onChange(ask);
  }, [shortcuts, permission]);
  const keys = (name: string): string => list.find((shortcut) => shortcut.name === name)?.keys ?? '';
  const [open, insert] = [keys('_execute_action'), keys('insert-ids')];

  return (
    <main class="welcome">
      <img src="/icons/icon-128.png" width="72" height="72" alt="" />
      <h1>{t('welcomeTitle')}</h1>
      <p class="lead">{t('welcomeLead')}</p>
      <ol>
        {steps.map(([title, text]) => (
          <li key={title}>
            <h2>{t(title)}</h2>
            <p>{t(text)}</p>
            {title === 'welcomeRead' && open && <kbd>{open}</kbd>}
            {title === 'welcomeInsert' && insert && <kbd>{insert}</kbd>}
          </li>
        ))}
      </ol>
      <p class="actions">
        {!granted && (
          <button type="button" class="button primary" onClick={() => void permission.request()}>
            {t('grantAccess')}
          </button>
        )}
        <button type="button" class={granted ? 'button primary' : 'button'} onClick={() => void openOrders()}>
          {t('openOrders')}
        </button>
      </p>
      <p class="privacy">{t('aboutPrivacy')}</p>
    </main>
  );
}
