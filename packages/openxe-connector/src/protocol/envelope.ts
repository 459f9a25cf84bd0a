import { z } from 'zod';
import { cart } from '../cart/cart.js';
import { type CommandName, commandData, unsupportedCommands } from './commands.js';
import { settingsFields } from './settings.js';

/** Every request carries these. */
const common = {
  protocol: z.literal(1),
  /** Comes back with the answer and stands in the log. */
  requestId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  pluginVersion: z.string().regex(/^[\w.+-]{1,32}$/),
  shop: z.object({ id: z.union([z.int().nonnegative(), z.string().regex(/^\d{1,10}$/)]) }),
  settings: z.preprocess(
    (value) => (Array.isArray(value) && value.length === 0 ? {} : value),
    settingsFields,
  ),
};

const supported = (Object.keys(commandData) as CommandName[]).map((action) =>
  z.object({ ...common, action: z.literal(action), data: commandData[action] }),
);
const unsupported = unsupportedCommands.map((action) =>
  z.object({ ...common, action: z.literal(action), data: z.unknown() }),
);

/** `POST /v1/command`. */
export const commandRequest = z.discriminatedUnion('action', [...supported, ...unsupported] as unknown as [
  (typeof supported)[0],
  ...(typeof supported)[0][],
]);

/** An answer; HTTP 200 whenever the request could be read, also where the command failed. */
export const commandAnswer = z.union([
  z.object({
    ok: z.literal(true),
    requestId: z.string(),
    result: z
      .union([z.string(), z.number(), z.object({ carts: z.array(cart) }), z.object({ accepted: z.number() })])
      .describe('By command; see the table in docs/openxe'),
  }),
  z.object({
    ok: z.literal(false),
    requestId: z.string().optional(),
    error: z.object({
      code: z.string().describe('Stable, e.g. unauthorized'),
      message: z.string().describe('For people, in German'),
      retry: z.boolean().describe('Whether the same command may succeed later'),
    }),
  }),
]);

export type CommandAnswer = z.infer<typeof commandAnswer>;

/** What the answer to a command holds. */
export type CommandResult = Extract<CommandAnswer, { ok: true }>['result'];

/** Why a command was not carried out. */
export type CommandFailure = Extract<CommandAnswer, { ok: false }>['error'];
