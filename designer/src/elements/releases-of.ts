import type { Assembly, Release } from '@tieuchi/runtime'

/** The releases an assembly was made of, by programme. */
export const releasesOf = (assembly: Assembly): Readonly<Record<string, Release>> =>
  ({ ...Object.fromEntries([...assembly.dependencies].map(([programme, { release }]) => [programme, release])), [assembly.programme]: assembly.release })
