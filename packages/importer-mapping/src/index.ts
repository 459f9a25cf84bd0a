/** importer-mapping: what the merchant's ERP calls things. From the neutral order to the resolved one, before any ERP. */
export { type BillbeeCarrier, resolveCarrier } from './carriers.js';
export type { MappingTableName, MappingUse } from './findings.js';
export { mappingMessages } from './mapping-messages.js';
export type { MappingSettings, MappingTables } from './mapping-tables.js';
export { defaultMapping, readMapping } from './read-mapping.js';
export { type MappingResult, resolveMapping } from './resolve-mapping.js';
export type * from './resolved-order.js';
export { MappingSurvey, mergeRemedies, type SurveyEntry } from './survey-mapping.js';
export { type TaxCase, type TaxClass, taxCases } from './tax-case.js';
export { withMapping } from './with-mapping.js';
