import { useEffect, useState } from 'preact/hooks';
import type { MemoryPort } from '../browser/browser-port.js';

/**
 * A value stored on this device, up to date with other open views.
 *
 * @param key - the key it is stored under
 * @param load - reads it; must not change between renderings
 * @returns undefined until it was read, and when reading failed
 */
export function useStored<T>(
  memory: MemoryPort,
  key: string,
  load: () => Promise<T>,
): { readonly value: T | undefined; readonly loaded: boolean } {
  const [stored, setStored] = useState<{ value: T | undefined; loaded: boolean }>({
    value: undefined,
    loaded: false,
  });
  useEffect(() => {
    const show = (value: T | undefined): void => setStored({ value, loaded: true });
    const read = (): void => void load().then(show, () => show(undefined));
    read();
    return memory.onChange([key], read);
  }, [memory, key]);
  return stored;
}
