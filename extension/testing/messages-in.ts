import de from '../_locales/de/messages.json';
import en from '../_locales/en/messages.json';

export type TestLanguage = 'de' | 'en';

/** One entry of a messages file. */
export interface Message {
  readonly message: string;
  readonly description: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example: string }>>;
}

/** Both messages files. */
export const messages: Readonly<Record<TestLanguage, Readonly<Record<string, Message>>>> = { de, en };

/** Looks texts up as browsers do: `$NAME$` becomes the placeholder's content, `$1` the first substitution. */
export function messagesIn(language: TestLanguage) {
  return (key: string, substitutions: readonly string[]): string => {
    const entry = messages[language][key];
    if (!entry) return '';
    return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
      const content = entry.placeholders?.[name.toLowerCase()]?.content ?? '';
      return content.replace(
        /\$(\d)/g,
        (_all, position: string) => substitutions[Number(position) - 1] ?? '',
      );
    });
  };
}
