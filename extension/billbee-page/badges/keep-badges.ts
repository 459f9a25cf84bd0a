import { labelKey } from 'importer-core/statuses';
import { weighLists } from '../../evidence/weigh-lists.js';
import type { FoundStatus } from '../../messages.js';
import { gather } from '../gather.js';
import { runInSlices, type Steps } from '../steps.js';
import { badgeLayer } from './badge-layer.js';
import { changedParts } from './changed-parts.js';
import { nameFinder, type StatusName } from './status-names.js';
import { thrift } from './thrift.js';

/** Time between a change of the page and the next look, in milliseconds: a list that is being filled is read once. */
const pause = 300;
/** Time between two steps. Nothing tells of a style sheet that changed, or of what a script moved in the meantime. */
const beat = 250;
const beatAfterChange = 80;
/** However long a step took: what moved meanwhile is followed then. */
const longestRest = 1_500;
/** After what a person does, badges follow at once for so long. */
const attention = 800;
/** Pieces of a new part (500 texts each) that one step looks through; what is larger waits for the next look. */
const mostPieces = 4;

const ofThePerson = 'wheel touchmove pointerdown pointerover keydown focusin input'.split(' ');
const ofThePage = 'resize load toggle transitionend animationend'.split(' ');

/** What the badges of a document need of their surroundings. */
export interface BadgeSurroundings {
  /** False once nobody can switch the badges off any more: then they go. */
  readonly isAlive: () => boolean;
  /** Called once, when the badges are gone. */
  readonly ended: () => void;
  /** Is told the time of each piece of work, in milliseconds. */
  readonly spent?: (milliseconds: number) => void;
}

/**
 * Shows the id beside every status name, and keeps up with the page while it is in sight.
 *
 * - A **look** at the whole page finds the statuses and their names, in slices.
 * - A **step** looks through what is new, and puts every badge where its name is, or hides it.
 *
 * Both together take 1.3 % of the page's time at most, whatever the page does: after each there is a rest in proportion.
 * Only for a person who scrolls or points does a step come at once. What scrolls during a rest is hidden until the next.
 *
 * @returns ends it
 */
export function keepBadges(
  document: Document,
  { isAlive, ended, spent = () => undefined }: BadgeSurroundings,
): () => void {
  const layer = badgeLayer(document);
  const over = new AbortController();
  const looks = thrift(0.005);
  const steps = thrift(0.008);
  const known = new Map<string, FoundStatus>();
  let finder = nameFinder([]);
  let endLook: (() => void) | undefined;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let stepTimer: ReturnType<typeof setTimeout> | undefined;
  let stepAt = Number.POSITIVE_INFINITY;
  let isLooking = false;
  let isDirty = false;
  let attentiveUntil = 0;
  const now = (): number => performance.now();

  const learn = (statuses: readonly FoundStatus[]): void => {
    const ids = new Set(statuses.map(({ id }) => id));
    // A list that closes takes no badge along, one that says otherwise does.
    for (const [key, { id }] of known) if (ids.has(id)) known.delete(key);
    for (const status of statuses) known.set(labelKey(status.label), status);
    finder = nameFinder([...known.values()]);
  };

  function* whole(): Steps<readonly StatusName[]> {
    const { lists } = yield* gather(document);
    learn(weighLists(lists).statuses);
    return known.size > 0 ? yield* finder.in(document.body) : [];
  }

  const look = (): void => {
    lookTimer = undefined;
    if (document.hidden) return;
    isDirty = false;
    isLooking = true;
    changes.renew();
    let took = 0;
    const end = runInSlices(
      whole(),
      (milliseconds) => {
        took += milliseconds;
        spent(milliseconds);
      },
      (names) => {
        isLooking = false;
        looks.note(took);
        layer.set(names);
        stepIn(0);
        if (isDirty) lookLater();
      },
    );
    endLook = end;
  };
  const lookLater = (): void => {
    isDirty = true;
    if (!isLooking) lookTimer ??= setTimeout(look, Math.max(pause, looks.wait()));
  };
  const changes = changedParts(document, () => {
    lookLater();
    stepIn(beatAfterChange);
  });

  const step = (): void => {
    for (const part of changes.take()) {
      if (!part.isConnected) continue;
      const search = finder.in(part);
      for (let pieces = 0; pieces < mostPieces; pieces += 1) {
        const { done, value } = search.next();
        if (!done) continue;
        layer.add(value);
        break;
      }
    }
    layer.follow(now() < attentiveUntil);
  };
  const timedStep = (): void => {
    if (over.signal.aborted || document.hidden) return;
    if (!isAlive()) {
      stop();
      return;
    }
    if (known.size === 0) return;
    const start = now();
    step();
    const took = now() - start;
    spent(took);
    if (start > attentiveUntil) steps.note(took);
    stepIn(beat);
  };
  /** A step after so many milliseconds, or sooner if one is due; after a rest if there has to be one. */
  const stepIn = (time: number): void => {
    const at = now() + Math.max(time, now() < attentiveUntil ? 0 : Math.min(longestRest, steps.wait()));
    if (at >= stepAt) return;
    stepAt = at;
    clearTimeout(stepTimer);
    stepTimer = setTimeout(() => {
      stepAt = Number.POSITIVE_INFINITY;
      // In a turn of its own after the browser has drawn: then to ask for places costs no layout.
      requestAnimationFrame(() => inATurn(timedStep));
    }, at - now());
  };

  const happened = (): void => stepIn(0);
  const didSomething = ({ isTrusted }: Event): void => {
    if (isTrusted) attentiveUntil = now() + attention;
    happened();
  };
  const scrolled = ({ target }: Event): void => {
    // The layer itself scrolls with the window.
    if (target !== document) layer.hide();
    happened();
  };
  const cameBack = (): void => {
    if (document.hidden) return;
    layer.live();
    lookLater();
    happened();
  };
  const stop = (): void => {
    if (over.signal.aborted) return;
    over.abort();
    changes.stop();
    endLook?.();
    clearTimeout(lookTimer);
    clearTimeout(stepTimer);
    clearInterval(pulse);
    layer.remove();
    ended();
  };

  const pulse = setInterval(() => {
    if (isAlive()) layer.live();
    else stop();
  }, 1_000);
  const options = { capture: true, passive: true, signal: over.signal };
  document.addEventListener('visibilitychange', cameBack, options);
  addEventListener('scroll', scrolled, options);
  for (const type of ofThePerson) addEventListener(type, didSomething, options);
  for (const type of ofThePage) addEventListener(type, happened, options);
  look();
  return stop;
}

function inATurn(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(0);
}
