import { Hono } from 'hono';
import type { SandboxState } from '../state/state.js';

export function buildBackend(state: SandboxState): Hono {
  const app = new Hono();
  app.get('/', (context) => context.text(`Billbee sandbox: ${state.orders.length} orders`));
  return app;
}
