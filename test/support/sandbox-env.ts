import type { Sandbox } from 'billbee-sandbox';

/** What a process has to be started with to work for the sandbox's first account, and nothing else of this one's environment. */
export function sandboxEnv({
  api,
  credentials,
}: Pick<Sandbox, 'api' | 'credentials'>): Record<string, string> {
  const { username, apiPassword, apiKey } = credentials;
  return {
    PATH: process.env['PATH'] ?? '',
    BILLBEE_URL: api,
    BILLBEE_USERNAME: username,
    BILLBEE_API_PASSWORD: apiPassword,
    BILLBEE_API_KEY: apiKey,
  };
}
