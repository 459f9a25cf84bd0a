import { HoldError, type Problem } from 'importer-core';
import { xentralMessages } from './messages/index.js';
import type { LookUps } from './workspace.js';

/** What a check of the Xentral side has found. */
export interface XentralCheck {
  readonly origin: string;
  readonly projects: number;
  readonly paymentMethods: number;
  readonly shippingMethods: number;
  /** Settings that name something Xentral does not have, each once. */
  readonly problems: readonly Problem[];
}

/**
 * Asks the tenant whether it can be worked with: token, rights, and whether it has what the settings name.
 *
 * @throws SettingsError, RetryError, StopError of the first call that fails
 */
export async function checkXentral(workspace: LookUps): Promise<XentralCheck> {
  const { api, settings, tables, projects, paymentMethods, shippingMethods, products } = workspace;
  const problems: Problem[] = [];
  const allProjects = await projects.all();
  const ask = async (work: Promise<unknown>): Promise<void> => {
    await work.catch((error: unknown) => {
      if (!(error instanceof HoldError)) throw error;
      problems.push(error);
    });
  };
  const project = settings.project ?? tables.shops.default?.project;
  if (project === undefined && tables.shops.table.every((row) => row.project === undefined)) {
    problems.push(xentralMessages.problem('xentral-project-unset', {}));
  }
  for (const named of new Set([project, ...tables.shops.table.map((row) => row.project)])) {
    if (named !== undefined) await ask(projects.idOf(named));
  }
  for (const named of new Set([settings.paymentMethod, ...tables.payments.table.map((row) => row.method)])) {
    if (named !== undefined) await ask(paymentMethods.idOf(named, idOfProject(allProjects, project)));
  }
  for (const named of new Set([settings.shippingMethod, ...tables.shipping.table.map((row) => row.method)])) {
    if (named !== undefined) await ask(shippingMethods.idOf(named, idOfProject(allProjects, project)));
  }
  for (const [key, number] of articlesOf(workspace)) {
    const article = { number, candidates: [{ by: 'number', value: number }], from: 'table' } as const;
    await ask(products.idOf(article, idOfProject(allProjects, project) ?? '', key));
  }
  return {
    origin: api.origin,
    projects: allProjects.length,
    paymentMethods: (await paymentMethods.all()).length,
    shippingMethods: (await shippingMethods.all()).length,
    problems: [...new Map(problems.map((problem) => [problem.message, problem])).values()],
  };
}

function idOfProject(
  all: readonly { readonly id: string }[],
  wanted: string | undefined,
): string | undefined {
  return all.find(({ id }) => id === wanted)?.id;
}

/** Articles that the settings name, by the key that names them. */
function articlesOf({ tables }: LookUps): ReadonlyMap<string, string> {
  const named: [string, string | undefined][] = [
    ['mapping.shippingCost.article', tables.shippingCost.article],
    ['mapping.discounts.article', tables.discounts.article],
    ['mapping.discounts.surchargeArticle', tables.discounts.surchargeArticle],
    ['mapping.coupons.article', tables.coupons.article],
    ['mapping.articles.fallback', tables.articles.fallback],
  ];
  return new Map(named.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
