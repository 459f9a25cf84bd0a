import { z } from 'zod';
import { commandAnswer, commandRequest } from './envelope.js';
import { allowedSkew } from './signature.js';

const problems: Readonly<Record<number, string>> = {
  400: 'Not JSON, not signed, signed at another time, or changed on its way',
  401: 'No token, or a wrong one',
  413: 'Larger than 1 MiB',
  415: 'Another content type',
  422: 'JSON of another shape; the message names the place',
  429: 'Too many requests; Retry-After tells the seconds to wait',
};

/**
 * The OpenAPI document of the connector, made from the schemas that read its requests.
 *
 * @param version of the service
 */
export function openApi(version: string): object {
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
    const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    return json;
  };
  const answer = { 'application/json': { schema: { $ref: '#/components/schemas/CommandAnswer' } } };
  return {
    openapi: '3.1.0',
    info: {
      title: 'billbee-importer: commands of OpenXE',
      version,
      description:
        'The ERP forwards each command of its shop interface as JSON. A command that failed is answered with HTTP 200 and "ok": false.',
    },
    paths: {
      '/v1/command': {
        post: {
          operationId: 'command',
          summary: 'Carries out one command of the shop that the token belongs to',
          security: [{ token: [] }],
          parameters: [
            {
              name: 'x-billbee-timestamp',
              in: 'header',
              required: true,
              description: `Seconds since 1970, at most ${allowedSkew} off`,
              schema: { type: 'string', pattern: '^\\d{1,12}$' },
            },
            {
              name: 'x-billbee-signature',
              in: 'header',
              required: true,
              description:
                'v1= and the HMAC-SHA256 (hex) over timestamp, line break and body, with the token as key',
              schema: { type: 'string', pattern: '^v1=[0-9a-f]{64}$' },
            },
          ],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/CommandRequest' } } },
          },
          responses: {
            200: { description: 'Done, or the reason why not', content: answer },
            ...Object.fromEntries(
              Object.entries(problems).map(([status, description]) => [
                status,
                { description, content: answer },
              ]),
            ),
            503: { description: 'The service is ending or has a fault; try again', content: answer },
          },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'openApi',
          summary: 'This document',
          responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: {} } } } },
        },
      },
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'billbee-importer shops add' },
      },
      schemas: {
        CommandRequest: schemaOf(commandRequest, 'input'),
        CommandAnswer: schemaOf(commandAnswer, 'output'),
      },
    },
  };
}
