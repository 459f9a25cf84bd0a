import { HoldError, type Problem } from 'importer-core';
import { mappingMessages, type ResolvedOrder } from 'importer-mapping';
import type { LookUps } from './workspace.js';

/** Something an order refers to that Xentral does not have. */
export interface UnknownInXentral {
  readonly table: 'payments' | 'shipping' | 'shops' | 'articles' | 'shippingCost';
  readonly value: string;
  readonly problem: Problem;
}

/** Which of an order's references Xentral does not know. Creates nothing; reads each thing once. */
export async function unknownInXentral(
  { shop, payment, shipping, lines, discounts, shippingCost }: ResolvedOrder,
  workspace: LookUps,
): Promise<readonly UnknownInXentral[]> {
  const { settings, projects, paymentMethods, shippingMethods, products } = workspace;
  const unknown: UnknownInXentral[] = [];
  const ask = async <T>(
    table: UnknownInXentral['table'],
    value: string,
    work: () => Promise<T>,
  ): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HoldError)) throw error;
      unknown.push({ table, value, problem: error });
      return undefined;
    }
  };
  const project = shop.project ?? settings.project ?? '';
  const projectId = (await ask('shops', project || 'none', () => projects.idOf(project))) ?? '';
  const method = payment.method ?? settings.paymentMethod ?? '';
  await ask('payments', method || 'none', () => paymentMethods.idOf(method, projectId));
  const way = shipping.method ?? settings.shippingMethod ?? '';
  const { shippingMethod: fallback } = settings;
  await ask('shipping', way || 'none', () =>
    shippingMethods.idOf(way, projectId).catch((error: unknown) => {
      if (shipping.mapped || fallback === undefined) throw error;
      return shippingMethods.idOf(fallback, projectId);
    }),
  );
  for (const { article } of [...lines, ...discounts]) {
    if (article)
      await ask('articles', article.number, () => products.idOf(article, projectId, article.number));
  }
  const { article } = shippingCost ?? {};
  if (article) await ask('shippingCost', article.number, () => products.idOf(article, projectId, 'shipping'));
  else if (shippingCost) {
    const amount = shippingCost.totalGross;
    const problem = mappingMessages.problem('shipping-article-missing', { amount });
    unknown.push({ table: 'shippingCost', value: 'shipping cost', problem });
  }
  return unknown;
}
