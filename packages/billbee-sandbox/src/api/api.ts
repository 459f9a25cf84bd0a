import { Hono } from 'hono/quick';
import { answer, invalid, notFound } from './answers.js';
import { API_BASE, type Api, type ApiEnv, type ApiParts } from './api-env.js';
import { enumRoutes } from './enum-routes.js';
import { eventRoutes } from './event-routes.js';
import { gate } from './gate.js';
import { orderCreateRoute } from './order-create-route.js';
import { orderRoutes } from './order-routes.js';
import { orderWriteRoutes } from './order-write-routes.js';
import { productRoutes } from './product-routes.js';
import { QueryError } from './query.js';
import { usageRoutes } from './usage-routes.js';
import { webhookRoutes } from './webhook-routes.js';

/** Billbee's API: a gate in front (log, faults, credentials, limits), the operations behind it. */
export function buildApi(parts: ApiParts): Api {
  const { state } = parts;
  // ASP.NET routes in any case: match in lower case, and read case-sensitive values from the URL itself.
  const api: Api = new Hono<ApiEnv>({
    getPath: (request) => new URL(request.url).pathname.slice(API_BASE.length).toLowerCase(),
  });
  api.use(gate(parts));
  orderRoutes(api, state, { by: parts.rowOrder, seed: parts.seed });
  orderCreateRoute(api, state);
  orderWriteRoutes(api, state);
  enumRoutes(api, state);
  productRoutes(api, state);
  eventRoutes(api, state);
  usageRoutes(api, state, parts.log, parts.credentials.username);
  webhookRoutes(api, state, parts.sender);
  api.notFound(() => notFound('The sandbox does not serve this address.'));
  api.onError((error) => {
    if (error instanceof QueryError || error instanceof URIError) return invalid(error.message);
    return answer({ Message: 'An error has occurred.', ExceptionMessage: error.message }, 500);
  });
  return api;
}
