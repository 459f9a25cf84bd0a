#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// The embedded database in the memory of a small server: WebAssembly is not compiled a second time for speed, and what is garbage
// is collected before the heap grows. An import takes as long, as it waits for Billbee. Node 24 takes such flags at its start alone.
if (!process.env.DATABASE_URL) {
  setFlagsFromString('--liftoff-only');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}
await import('../dist/main.js');
