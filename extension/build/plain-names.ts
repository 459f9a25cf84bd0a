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
  const from = facadeModuleId ?? moduleIds.find((id) => id.includes(name)) ?? '';
  const folder = /[\\/]extension[\\/]([\w-]+)[\\/]/.exec(from)?.[1] ?? 'shared';
  return `${folder}/${fileName(name)}.js`;
}

/** Names come as `index.html`, `index.ts` or `background/index.ts`. */
const fileName = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.(?:html|tsx?|js)$/g, '');
