import type { PageRunner } from '../browser/browser-port.js';
import type { ErpPage } from '../erp-page/erp-page.js';

/** What works inside an ERP's page, and in any other that is not Billbee's. */
const erpPageScript = '/erp-page/erp-page.js';

/**
 * Calls a function of {@link ErpPage} in one frame of a tab, or in all that the browser opens; brings it there first
 * where it is missing.
 *
 * @throws whatever the browser says where it lets no extension in
 * @example await askErpPage(runner, { tabId: 12 }, 'read') // [{ frameId: 0, result: { form: 'found', … } }]
 */
export async function askErpPage<Name extends keyof ErpPage>(
  runner: PageRunner,
  target: { readonly tabId: number; readonly frameId?: number },
  name: Name,
  ...args: Parameters<ErpPage[Name]>
): Promise<readonly { readonly frameId: number; readonly result: Awaited<ReturnType<ErpPage[Name]>> }[]> {
  const ask = () => runner.run(target, call, name, args as unknown[]);
  let results = await ask();
  // A frame without the script answers nothing, and nothing was done there.
  if (results.some(({ result }) => !result)) {
    await runner.runFile(target, erpPageScript);
    results = await ask();
  }
  return results as never;
}

function call(name: keyof ErpPage, args: unknown[]): unknown {
  const { billbeeErpPage } = globalThis as {
    billbeeErpPage?: Record<string, (...args: unknown[]) => unknown>;
  };
  return billbeeErpPage?.[name]?.(...args);
}
