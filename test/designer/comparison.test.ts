import { tellInBrief } from '@tieuchi/designer/src/policies/comparison.ts'
import type { Release } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { aidPacks } from '../support/dog-aid.ts'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'

const [before] = aidPacks().programmes.flatMap(({ document, releases }) => (document.id === 'dog-aid' ? releases.map(({ release }): Release => release) : []))

describe('The difference of two releases in brief', () => {
  it('names what they read of other policies as these call it', () => {
    if (!before) throw new Error('There is no release of dog aid')
    const after: Release = { ...before, logic: before.logic.map((piece) => (piece.kind === 'entitlement' && piece.id === 'feed' ? { ...piece, conditions: { id: 'feedlicenc', fact: 'dog-licence.licence', operator: 'equal', value: 'refused' } } : piece)) }
    const [[told] = []] = tellInBrief({ before, after, common: dogCommon, others: { 'dog-licence': dogReleases[0].release } }).map(({ told: all }) => all.map(({ sentence }) => sentence.vi))
    expect(told).toMatch(/giấy phép/i)
    expect(told).not.toContain('dog-licence')
  })
})
