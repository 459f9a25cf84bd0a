interface Chunk {
  readonly name: string;
  readonly facadeModuleId?: string | null;
  readonly moduleIds?: readonly string[];
}

/**
 * Names of the built files, without a hash, which would change with every build and tell nobody anything: a script
 * that is one source folder's own stands in that folder, what several share in `shared/`.
 */
export const plainNames = {
  entryFileNames: scriptName,
  chunkFileNames: scriptName,
  assetFileNames: 'shared/[name][extname]',
};

function scriptName({ name, facadeModuleId, moduleIds = [] }: Chunk): string {
  const from = facadeModuleId
    ? insideExtension(facadeModuleId)
    : moduleIds.map(insideExtension).find((path) => path?.includes(name));
  return `${from?.split('/')[0] ?? 'shared'}/${fileName(name)}.js`;
}

/** `popup/app.tsx` of a module of ours: where this repository lies on the disk must not decide a file's name. */
const insideExtension = (id: string): string | undefined =>
  id
    .split(/[\\/]extension(?=[\\/])/)
    .slice(1)
    .at(-1)
    ?.slice(1)
    .replaceAll('\\', '/');

/** Names come as `index.html`, `index.ts` or `background/index.ts`. */
const fileName = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.(?:html|tsx?|js)$/g, '');
