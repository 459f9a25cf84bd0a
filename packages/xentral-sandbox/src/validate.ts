import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { customerCreate, salesOrderImport } from './import-schema.js';

const ajv = new Ajv2020({ allErrors: true, strict: false, allowUnionTypes: true });
// ajv-formats is CommonJS: its function arrives as `default`, or as the module itself.
(('default' in formats ? formats.default : formats) as (ajv: Ajv2020) => void)(ajv);

const validators = {
  salesOrderImport: ajv.compile(salesOrderImport),
  customerCreate: ajv.compile(customerCreate),
} satisfies Record<string, ValidateFunction>;

/** Bad fields with their messages, in the shape of the body; undefined: it is valid. */
export function violationsOf(
  name: keyof typeof validators,
  body: unknown,
): Readonly<Record<string, unknown>> | undefined {
  const validate = validators[name];
  if (validate(body)) return undefined;
  const violations: Record<string, unknown> = {};
  for (const { instancePath, message = 'is not valid.', params } of validate.errors ?? []) {
    const extra = (params as { additionalProperty?: string; missingProperty?: string }) ?? {};
    const property = extra.additionalProperty ?? extra.missingProperty;
    const path = [...instancePath.split('/').slice(1), ...(property === undefined ? [] : [property])];
    put(violations, path.length === 0 ? ['_'] : path, message);
  }
  return violations;
}

function put(target: Record<string, unknown>, path: readonly string[], message: string): void {
  let inner = target;
  for (const key of path.slice(0, -1)) {
    const next = inner[key];
    if (typeof next !== 'object' || next === null || Array.isArray(next)) inner[key] = {};
    inner = inner[key] as Record<string, unknown>;
  }
  const last = path.at(-1) ?? '_';
  const before = inner[last];
  inner[last] = Array.isArray(before) ? [...before, message] : [message];
}
