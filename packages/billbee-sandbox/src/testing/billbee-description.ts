import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';

interface Schema {
  $ref?: string;
  type?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
}

interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The facts of Billbee's own published description of its API. */
const description: Description = JSON.parse(
  readFileSync(new URL('./billbee-description.json', import.meta.url), 'utf8'),
);

/** One way in which an answer differs from the description, e.g. `Order.PayedAt: null`. */
export type Difference = string;

const ajv = new Ajv({ strict: false, allErrors: true, verbose: true });
(ajvFormats as unknown as (instance: Ajv) => void)(ajv);
ajv.addSchema({ $id: 'billbee', components: { schemas: closed(description.components.schemas) } });
const compiled = new Map<string, ValidateFunction>();

/** Undocumented fields count as differences too, so no object may have more than its documented ones. */
function closed(schemas: Record<string, Schema>): Record<string, Schema> {
  const shut = (schema: Schema): Schema => {
    const copy = { ...schema };
    if (schema.properties) {
      copy.properties = Object.fromEntries(
        Object.entries(schema.properties).map(([name, inner]) => [name, shut(inner)]),
      );
      copy.additionalProperties = false;
    }
    if (schema.items) copy.items = shut(schema.items);
    return copy;
  };
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, shut(schema)]));
}

/**
 * Compares an answer with the description of its operation.
 *
 * @param operation e.g. `GET /orders/{id}`
 * @param body text of the answer
 */
export function differences(operation: string, status: number, body: string): Difference[] {
  const [method = '', path = ''] = operation.split(' ');
  const documented = description.paths[documentedPath(path)]?.[method.toLowerCase()];
  if (!documented) return [`${operation}: undocumented operation`];
  const response = documented.responses[String(status)];
  if (!response) return [`${operation}: undocumented status ${status}`];
  const schema = Object.values(response.content ?? {})[0]?.schema;
  if (!schema) return [];
  if (body === '') return [`${operation}: empty body`];
  const data: unknown = JSON.parse(body);
  const validate = validator(schema);
  if (validate(data)) return [];
  return [...new Set((validate.errors ?? []).map((error) => describe(error, operation, schema)))];
}

/** The description spells its paths with capitals here and there. */
function documentedPath(path: string): string {
  const wanted = `/api/v1${path}`.toLowerCase();
  return Object.keys(description.paths).find((entry) => entry.toLowerCase() === wanted) ?? wanted;
}

function validator(schema: Schema): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/components', '"billbee#/components');
  let validate = compiled.get(text);
  if (!validate) {
    validate = ajv.compile(JSON.parse(text));
    compiled.set(text, validate);
  }
  return validate;
}

function describe(error: ErrorObject, operation: string, schema: Schema): Difference {
  const path = error.instancePath.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  const reference = schema.$ref ?? schema.items?.$ref ?? '';
  const enveloped = /\.Api(Paged)?Result/.test(reference);
  const inData = path[0] === 'Data' && path.length > 1;
  const undocumented = error.keyword === 'additionalProperties' ? [error.params['additionalProperty']] : [];
  const fields = [...(path[0] === 'Data' ? path.slice(1) : path), ...undocumented];
  const owner = enveloped && !inData && path[0] !== 'Data' ? 'Envelope' : modelName(reference, operation);
  const at = [owner, ...fields].join('.');
  switch (error.keyword) {
    case 'type':
      return `${at}: ${actualType(error.data)}${error.data === null ? '' : ` instead of ${error.params['type']}`}`;
    case 'additionalProperties':
      return `${at}: undocumented`;
    case 'enum':
      return `${at}: ${error.data === null ? 'null' : 'value outside the list'}`;
    case 'format':
      return `${at}: not ${error.params['format']}`;
    default:
      return `${at}: ${error.message}`;
  }
}

/** `…ApiPagedResult_…List_Billbee.…Model.Order_` is `Order`; without a model, the operation names the place. */
function modelName(reference: string, operation: string): string {
  return reference === '' ? operation : (reference.split('.').at(-1) ?? reference).replace(/_+$/, '');
}

function actualType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
