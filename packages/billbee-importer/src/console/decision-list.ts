import type { ImportDecision, ImportSummary } from 'importer-core';
import { worded, wordingIn } from '../texts/wording.js';
import type { Terminal } from './terminal.js';

/**
 * What a dry run would do, written order by order, so that a run of any length needs no memory: a line each, or
 * one JSON object `{"orders":[…],"create":n,"update":n,"skip":n,"hold":n,"predictedCalls":n, …summary}`.
 */
export class DecisionList {
  readonly #terminal: Terminal;
  readonly #json: boolean;
  readonly #counts = { create: 0, update: 0, skip: 0, hold: 0 };
  #begun = false;

  constructor(terminal: Terminal, json: boolean) {
    this.#terminal = terminal;
    this.#json = json;
  }

  add(decision: ImportDecision): void {
    this.#counts[decision.action] += 1;
    if (this.#json) {
      const { language } = this.#terminal;
      const { orderId, action, reason, field = null, message = null } = worded(decision, language);
      const text = this.#terminal.jsonText({ orderId, action, reason, field, message });
      this.#terminal.jsonPart(this.#begun ? `,${text}` : `{"orders":[${text}`);
      this.#begun = true;
    } else {
      this.#terminal.print(this.#line(decision));
    }
  }

  /**
   * @param callsPerOrder calls that the import would make for each new order: its status, its tags
   * @param waiting write-backs that the import would send first
   */
  end(summary: ImportSummary, callsPerOrder: number, waiting: number): void {
    const predictedCalls = summary.calls + waiting + callsPerOrder * this.#counts.create;
    if (this.#json) {
      const rest = this.#terminal.jsonText({ ...this.#counts, predictedCalls, ...summary }).slice(1);
      this.#terminal.jsonPart(`${this.#begun ? '' : '{"orders":['}],${rest}\n`);
    } else {
      this.#terminal.print(this.#terminal.say('dry.summary', this.#counts));
      this.#terminal.print(this.#terminal.say('dry.calls', { calls: predictedCalls }));
    }
  }

  #line(decision: ImportDecision): string {
    const { language, say } = this.#terminal;
    const { orderId, action, reason, field, message } = worded(decision, language);
    const wording = wordingIn(language);
    const title = wording.title(reason);
    const code = title === reason ? '' : ` [${reason}]`;
    const place = field === undefined ? '' : ` (${wording.field(field)})`;
    const words = message === undefined ? '' : `: ${message}`;
    return `${say(`dry.${action}`)} ${orderId} ${title}${place}${code}${words}`;
  }
}
