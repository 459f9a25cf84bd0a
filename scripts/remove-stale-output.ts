/** Part of `npm run build:packages`: takes away what an earlier build made of sources that are gone, or it would be packed. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../packages', import.meta.url));
const compiled = /(?:\.d\.ts|\.js)(?:\.map)?$/;

for (const name of readdirSync(packages)) {
  const [dist, src] = [join(packages, name, 'dist'), join(packages, name, 'src')];
  if (!existsSync(dist)) continue;
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!compiled.test(file)) continue;
    const source = join(src, file.replace(compiled, ''));
    if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(join(dist, file));
  }
}
