/**
 * The background script's table of contents: context menus, shortcuts, badges on Billbee's pages the first-run
 * page, and readers for the guide on a page. It holds no state: the browser ends it when it is idle and starts it for the next event, so every listener
 * is registered at once.
 */

import { keepBadges } from './badges.js';
import { bringReaderToNewFrames } from './bring-reader.js';
import { keepCopyStatusMenu } from './copy-status-menu.js';
import { openFirstRunPage } from './first-run.js';
import { listenToInsertCommand } from './insert-command.js';
import { keepInsertMenu } from './insert-menu.js';
import { rememberPicks } from './remember-picks.js';
import { listenToSideViewCommand } from './side-view-command.js';

openFirstRunPage();
keepInsertMenu();
listenToInsertCommand();
listenToSideViewCommand();
keepCopyStatusMenu();
rememberPicks();
bringReaderToNewFrames();
keepBadges();
