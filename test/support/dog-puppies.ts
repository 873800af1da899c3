import type { Release, UnitDocument } from '@tieuchi/runtime'
import type { PackRules } from '@tieuchi/server/policies/policy-loading.ts'
import { dogPacks, dogReleases } from './dog-licences.ts'

const [first] = dogReleases
if (!first) throw new Error('The pack has no release')

/** Rules that use the sample package: a dog born within three months of the day is a puppy, and the licence counts them; where most are dogs it is a kennel. */
export const puppyRelease: Release = {
  ...first.release,
  extensions: { sample: '1.0.0' },
  logic: [
    ...first.release.logic,
    {
      kind: 'fact', id: 'puppies', title: { vi: 'Số chó con', en: 'Puppies' }, unit: 'count',
      value: { count: 'members', where: { all: [{ id: 'puppypart2', fact: 'part', operator: 'equal', value: 'dog' }, { id: 'puppyborn2', fact: 'born', operator: 'sample.withinMonths', value: ['2026-11-01', 3] }] } },
    },
    { kind: 'outcome', id: 'puppy_count', title: { vi: 'Số chó con', en: 'Puppies' }, from: 'puppies' },
    {
      kind: 'fact', id: 'mostly_dogs', title: { vi: 'Chủ yếu là chó', en: 'Mostly dogs' },
      value: { aggregate: 'sample.majority', over: 'members', where: { id: 'mostlydogs', fact: 'part', operator: 'equal', value: 'dog' } },
    },
    { kind: 'outcome', id: 'kennel', title: { vi: 'Trại chó', en: 'Kennel' }, from: 'mostly_dogs' },
  ],
}

/** The fictitious pack with these rules in place of its own. */
export const puppyPacks: PackRules & { readonly units: readonly UnitDocument[] } = {
  ...dogPacks,
  programmes: dogPacks.programmes.map((programme) => ({ ...programme, releases: [{ ...first, release: puppyRelease }] })),
}
