/** Fields that Billbee's server types as decimal: written with a decimal point even for whole numbers. */
const DECIMAL_FIELDS = new Set([
  'ShippingCost',
  'TotalCost',
  'AdjustmentCost',
  'RebateDifference',
  'PaidAmount',
  'PayValue',
  'TaxRate1',
  'TaxRate2',
  'ShipWeightKg',
  'Quantity',
  'TotalPrice',
  'UnrebatedTotalPrice',
  'Discount',
  'TaxAmount',
  'Price',
  'CostPrice',
  'Vat1Rate',
  'Vat2Rate',
  'Amount',
  'StockCurrent',
  'StockDesired',
  'StockWarning',
  'OldStock',
  'CurrentStock',
  'UnfulfilledAmount',
  'ReservedAmount',
]);

/**
 * JSON as Billbee writes it: decimals keep their point (`1300.0`), and a `bigint` is written as a plain
 * integer, so that ids above 2^53 leave the sandbox exactly.
 *
 * @example jsonText({ TotalCost: 1300 }) // {"TotalCost":1300.0}
 */
export function jsonText(value: unknown): string {
  return write(value, '') ?? 'null';
}

function write(value: unknown, field: string): string | undefined {
  switch (typeof value) {
    case 'number':
      // Beyond 2^53 there is no money, and from 1e21 on the text has an exponent.
      return DECIMAL_FIELDS.has(field) && Number.isSafeInteger(value) ? `${value}.0` : JSON.stringify(value);
    case 'bigint':
      return value.toString();
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null
        ? 'null'
        : Array.isArray(value)
          ? `[${value.map((entry) => write(entry, field) ?? 'null').join(',')}]`
          : writeObject(value);
    default:
      return JSON.stringify(value);
  }
}

const keyTexts = new Map<string, string>();

/** `"Field":`, kept: the same few hundred names come up in every order. */
function keyText(key: string): string {
  let text = keyTexts.get(key);
  if (text === undefined) {
    text = `${JSON.stringify(key)}:`;
    if (keyTexts.size < 1000) keyTexts.set(key, text);
  }
  return text;
}

function writeObject(value: object): string {
  let text = '';
  for (const [key, entry] of Object.entries(value)) {
    const written = write(entry, key);
    if (written !== undefined) text += (text === '' ? '' : ',') + keyText(key) + written;
  }
  return `{${text}}`;
}
