/** Calls to Billbee cost money beyond a number per month: counted, told about, limited. */
export { CallBudget, type CallBudgetOptions, type CallLimits, type CallWarning } from './call-budget.js';
