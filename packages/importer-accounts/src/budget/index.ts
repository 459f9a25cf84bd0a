/** Calls to Billbee cost money beyond a number per month: counted, told about, limited. */

export { billingMonth, billingMonthLeft } from './billing-month.js';
export { CallBudget, type CallBudgetOptions, type CallLimits, type CallWarning } from './call-budget.js';
