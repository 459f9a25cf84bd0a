import { buildApi } from './api/api.js';
import type { Api, ApiParts } from './api/api-env.js';
import type { CallCounters } from './call-log.js';
import type { SandboxCredentials } from './options.js';
import type { SandboxOrder } from './state/order.js';
import { SandboxState } from './state/state.js';

/** One merchant's account of a sandbox. */
export interface SandboxAccount {
  readonly credentials: SandboxCredentials;
  /** The account's truth: read it, change it, race against the caller. */
  readonly state: SandboxState;
  readonly counters: CallCounters;
}

/** The accounts of a sandbox, found by user name. */
export interface AccountBook {
  readonly accounts: readonly SandboxAccount[];
  readonly first: SandboxAccount;
  /** The API as this user sees it; for an unknown user the first account's, which refuses him. */
  apiOf(user: string): Api;
}

/** What accounts are made from; `makeOrders` gets 0 for the first account. */
export interface AccountBookParts extends Omit<ApiParts, 'state' | 'credentials'> {
  readonly count: number;
  readonly credentials: SandboxCredentials;
  /** Each account has a developer key of its own. */
  readonly ownKeys: boolean;
  readonly zone: string;
  makeOrders(index: number): SandboxOrder[];
}

/** Orders and API of an account are made when it is first used: ten thousand accounts start as quickly as one. */
export function openAccounts(parts: AccountBookParts): AccountBook {
  const accounts = Array.from({ length: parts.count }, (_, index) => new LazyAccount(parts, index));
  const first = accounts[0] ?? new LazyAccount(parts, 0);
  const byUser = new Map(accounts.map((account) => [account.credentials.username.toLowerCase(), account]));
  return { accounts, first, apiOf: (user) => (byUser.get(user) ?? first).api };
}

class LazyAccount implements SandboxAccount {
  readonly credentials: SandboxCredentials;
  readonly #parts: AccountBookParts;
  readonly #index: number;
  #state: SandboxState | undefined;
  #api: Api | undefined;

  constructor(parts: AccountBookParts, index: number) {
    this.#parts = parts;
    this.#index = index;
    const { username } = parts.credentials;
    const numbered = username.replace(/(?=@|$)/, `-${index + 1}`);
    const { apiKey } = parts.credentials;
    this.credentials = {
      ...parts.credentials,
      username: index === 0 ? username : numbered,
      apiKey: parts.ownKeys && index > 0 ? `${apiKey}-${index + 1}` : apiKey,
    };
  }

  get state(): SandboxState {
    const { clock, makeOrders, zone } = this.#parts;
    this.#state ??= new SandboxState(makeOrders(this.#index), zone, clock);
    return this.#state;
  }

  get api(): Api {
    this.#api ??= buildApi({ ...this.#parts, state: this.state, credentials: this.credentials });
    return this.#api;
  }

  get counters(): CallCounters {
    return this.#parts.log.countersOf(this.credentials.username.toLowerCase());
  }
}
