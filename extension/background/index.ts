/**
 * The background script's table of contents: context menus, shortcuts, badges on Billbee's pages the first-run
 * page, and what the guide on a page learns. It holds no state: the browser ends it when it is idle and starts it for the next event, so every listener
 * is registered at once.
 */
import { keepBadges } from './badges.js';
import { keepCopyStatusMenu } from './copy-status-menu.js';
import { openFirstRunPage } from './first-run.js';
import { listenToInsertCommand } from './insert-command.js';
import { keepInsertMenu } from './insert-menu.js';
import { learnFromGuide } from './learn-from-guide.js';
import { rememberPicks } from './remember-picks.js';
import { listenToSideViewCommand } from './side-view-command.js';

openFirstRunPage();
keepInsertMenu();
listenToInsertCommand();
listenToSideViewCommand();
keepCopyStatusMenu();
rememberPicks();
learnFromGuide();
keepBadges();
