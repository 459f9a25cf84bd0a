import type { CommandName } from '../protocol/commands.js';
import { auth } from './auth.js';
import type { Command } from './command.js';
import { deleteauftrag } from './deleteauftrag.js';
import { getauftraegeanzahl } from './getauftraegeanzahl.js';
import { getauftrag } from './getauftrag.js';
import { sendlistlager } from './sendlistlager.js';
import { storniereauftrag } from './storniereauftrag.js';
import { updateauftrag } from './updateauftrag.js';
import { updatezahlungsstatus } from './updatezahlungsstatus.js';

/** Every command that Billbee can serve. */
export const commands: { readonly [Name in CommandName]: Command<Name> } = {
  auth,
  getauftraegeanzahl,
  getauftrag,
  deleteauftrag,
  updateauftrag,
  storniereauftrag,
  updatezahlungsstatus,
  sendlistlager,
};
