import type { CommonDocument, ReleaseFile } from '@tieuchi/runtime'
import type { Documents } from './write-together.ts'

/** The files of a release or overlay in its folder. */
export function releaseFiles({ release, manifest: { valid_from: from, valid_to: to } }: Pick<ReleaseFile, 'release' | 'manifest'>): Documents {
  const { parameters, logic, cases, ...header } = release
  const { forms, ...plain } = { forms: [], ...header }
  return {
    'release.json': { ...plain, ...(from !== undefined && { valid_from: from }), ...(to !== undefined && { valid_to: to }) },
    'parameters.json': parameters,
    ...(logic.length > 0 && { 'logic/rules.json': logic }),
    ...(forms.length > 0 && { 'forms/forms.json': forms }),
    ...(cases.length > 0 && { 'cases/cases.json': cases }),
  }
}

/** The files of what all share, in the folder `common`. */
export const commonFiles = ({ register, dictionary, lists, facts }: CommonDocument): Documents => ({
  'register.json': register,
  'dictionary.json': dictionary,
  'facts.json': facts,
  ...(lists.length > 0 && { 'lists/lists.json': lists }),
})

/** Documents as they stand within a folder. */
export const inFolder = (name: string, files: Documents): Documents => Object.fromEntries(Object.entries(files).map(([file, document]) => [`${name}/${file}`, document]))
