import type { DecisionsRead } from '@tieuchi/runtime'
import { hashOfRead, isOvertaken, joinRead, nothingRead, serves } from '@tieuchi/server/register-columns/decisions-held.ts'
import { describe, expect, it } from 'vitest'

const read = (...outcomes: string[]): DecisionsRead => ({ outcomes: new Set(outcomes), programmes: new Set(outcomes.flatMap((outcome) => outcome.split('.').slice(0, 1))) })

describe('Columns that hold some outcomes of earlier decisions', () => {
  const held = read('dog-licence.licence', 'dog-licence.barks')

  it('serve rules that read some of them or nothing, and no others', () => {
    expect([read('dog-licence.barks'), nothingRead, read('dog-licence.walks'), read('kennel.place'), read('dog-licence.licence', 'kennel.place')].map((each) => serves(held, each))).toEqual([true, true, false, false, false])
  })

  it('make room for those that hold more of the same programmes', () => {
    const asked = read('dog-licence.walks')
    expect([isOvertaken(held, asked), isOvertaken(nothingRead, asked), isOvertaken(read('kennel.place'), asked)]).toEqual([true, true, false])
    const more = joinRead(held, asked)
    expect([serves(more, held), serves(more, asked), hashOfRead(more) === hashOfRead(held), hashOfRead(more) === hashOfRead(joinRead(asked, held))]).toEqual([true, true, false, true])
  })
})
