/**
 * importer-core/statuses: order statuses, their labels, their text form and the settings file. It runs in
 * a content script as well as in Node and depends on nothing else in the package. Only the settings file needs
 * zod; extension pages call `z.config({ jitless: true })` before they use it.
 */
export {
  cleanStatusLabel,
  knownLabelId,
  type LabelMatch,
  labelKey,
  matchStatusLabel,
} from './match-status-label.js';
export {
  type Bilingual,
  describeStatus,
  highestKnownStatusId,
  type Language,
  type OrderStatus,
  orderStatuses,
  statusesBefore,
} from './order-statuses.js';
export {
  parseSettingsFile,
  printSettingsFile,
  type SettingsFile,
  SettingsFileError,
  settingsFile,
} from './settings-file.js';
export { formatStatusIds, isStatusId, parseStatusIds, StatusIdsError } from './status-ids-text.js';
