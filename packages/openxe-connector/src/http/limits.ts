import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Commands a shop may send in a minute: a stock run sends one per article. */
const commandsPerMinute = 6000;
/** Requests with a wrong token from one address in a minute. */
const strangersPerMinute = 20;

/** How often somebody may ask. */
export interface Limits {
  /** @returns seconds to wait, or undefined when it is all right */
  countCommand(shop: string): Promise<number | undefined>;
  /** @returns seconds to wait, or undefined when it is all right */
  countStranger(address: string): Promise<number | undefined>;
}

/** Limits in memory: what they keep is forgotten after a minute. */
export function memoryLimits(): Limits {
  const commands = new RateLimiterMemory({ points: commandsPerMinute, duration: 60 });
  const strangers = new RateLimiterMemory({ points: strangersPerMinute, duration: 60 });
  return {
    countCommand: (shop) => count(commands, shop),
    countStranger: (address) => count(strangers, address),
  };
}

async function count(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}
