import type { Citation, DraftDocument, Release, Text } from '@tieuchi/runtime'

export interface ReleaseCommands {
  readonly 'release.title': { readonly title: Text }
  /** What the release changes, in a sentence. */
  readonly 'release.changelog': { readonly changelog: Text }
  readonly 'release.legal_basis': { readonly legal_basis: readonly Citation[] }
  /** The proposed days; an absent end is left to publishing. */
  readonly 'release.period': { readonly valid_from?: string; readonly valid_to?: string }
  /** The programmes whose results its rules read. */
  readonly 'programme.reads': { readonly depends_on: readonly string[] }
  /** Everything at once: a file that was imported, a version restored, another person's work merged. */
  readonly 'draft.replace': { readonly document: DraftDocument }
}

const withRelease = (document: DraftDocument, change: Partial<Release>): DraftDocument => ({ ...document, release: { ...document.release, ...change } })

export const releaseCommands = {
  'release.title': (document: DraftDocument, { title }: ReleaseCommands['release.title']) => withRelease(document, { title }),
  'release.changelog': (document: DraftDocument, { changelog }: ReleaseCommands['release.changelog']) => withRelease(document, { changelog }),
  'release.legal_basis': (document: DraftDocument, { legal_basis }: ReleaseCommands['release.legal_basis']) => withRelease(document, { legal_basis }),
  'release.period': ({ valid_from: _from, valid_to: _to, ...document }: DraftDocument, period: ReleaseCommands['release.period']): DraftDocument => ({ ...document, ...period }),
  'programme.reads': (document: DraftDocument, { depends_on }: ReleaseCommands['programme.reads']): DraftDocument =>
    depends_on.join(' ') === document.programme.depends_on.join(' ') ? document : { ...document, programme: { ...document.programme, depends_on } },
  'draft.replace': (_document: DraftDocument, { document }: ReleaseCommands['draft.replace']) => document,
} as const
