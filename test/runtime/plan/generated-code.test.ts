import { assemble, evaluate, type CommonDocument, type Condition, type HouseholdInput, type LogicPiece } from '@tieuchi/runtime'
import { Code, code, comparableResult, compileCode, compilePlan, identifier, joined, PlanDictionary, quoted } from '@tieuchi/runtime/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, commonDocument, releaseOf, text } from '../fixture.ts'

const hostile = [
  'constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', '`', '${process.exit(1)}', '*/', '/*', '//', '\u2028', '\u2029', '\n', '\r', '\\', '"', "'", '</script>',
  '];throw 1//', '"+(globalThis.hacked=1)+"', "');globalThis.hacked=1;('", '\u0000', '\ud83d\ude00', 'a.b[0]', 'n1', 'P', 'r', '',
] as const

const words = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }).filter((word) => word.isWellFormed()), fc.tuple(fc.constantFrom(...hostile), fc.constantFrom(...hostile)).map((pair) => pair.join('')))

describe('generated code', () => {
  it('takes nothing but code and numbers', () => {
    fc.assert(fc.property(fc.oneof(words, fc.boolean(), fc.bigInt(), fc.object(), fc.constant(undefined), fc.constant(null), fc.array(fc.string())), (value) => {
      expect(() => code`const a = ${value as never}`).toThrow(TypeError)
    }))
    expect(() => code`${Number.NaN}`).toThrow(TypeError)
  })

  it('is made by nothing but its templates', () => {
    const forged = Object.create(Code.prototype, { text: { value: 'globalThis.hacked = 1' } }) as object
    expect(() => code`${forged as never}`).toThrow(TypeError)
    expect(() => joined([forged as never], ', ')).toThrow(TypeError)
    expect(() => code(['globalThis.hacked = 1'] as never)).toThrow(TypeError)
    expect(() => Reflect.construct(Code, ['globalThis.hacked = 1']) as unknown).toThrow(TypeError)
  })

  it('has no names but known letters with a number', () => {
    fc.assert(fc.property(words.filter((word) => word !== ''), fc.oneof(fc.double(), fc.integer()), (word, index) => {
      expect(() => identifier(`${word}n` as never, 1)).toThrow(TypeError)
      expect(() => identifier('n', 1, `${word}x` as never)).toThrow(TypeError)
      if (!Number.isSafeInteger(index) || index < 0) expect(() => identifier('n', index)).toThrow(TypeError)
      else expect(identifier('n', index).text).toBe(`n${index}`)
    }))
    expect(() => joined([code`1`, code`2`], ';globalThis.hacked=1;' as never)).toThrow(TypeError)
  })

  it('reads back every quoted constant, in any place a constant may stand', () => {
    fc.assert(fc.property(fc.oneof(words, fc.double({ noNaN: true }), fc.boolean()), (value) => {
      const read = compileCode<() => readonly unknown[]>([], code`/* ${quoted(value)} */ return [${quoted(value)}, { a: ${quoted(value)} }.a] // ${quoted(value)}`)
      expect(read()).toEqual([value, value])
    }), { numRuns: 500 })
  })

  it('writes numbers so that they stand anywhere', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      expect(compileCode<() => number>([], code`return ${a}-${b}`)()).toBe(a - b)
    }))
  })
})

/** A document whose every name and text comes from people who mean harm; `checkRelease` would refuse most of its ids. */
const hostileAssembly = (names: readonly string[], texts: readonly string[]) => {
  const [field = 'a', list = 'b', fact = 'c', table = 'd', outcome = 'e', parameter = 'f', set = 'g', rule = 'h', member = 'i', free = 'j'] = names
  const [one = 'x', two = 'y', three = 'z'] = texts
  const leaf = (name: string, operator: string, value: unknown): Condition => ({ id: one, fact: name, operator, value }) as never
  const own = Object.fromEntries([[field, { type: 'string', 'x-list': list, 'x-label': text(one) }], [free, { type: 'string', 'x-label': text(one) }]])
  const common = {
    ...commonDocument,
    lists: [{ kind: 'list', id: list, title: text(one), entries: [...new Set([one, two])].map((each) => ({ code: each, title: text(each) })) }],
    dictionary: { ...commonDocument.dictionary, properties: {
      household: { type: 'object', properties: own },
      members: { type: 'array', items: { type: 'object', properties: Object.fromEntries([[member, { type: 'string', 'x-label': text(one) }]]) } },
      unit: { type: 'object', properties: {} },
    } },
  } as unknown as CommonDocument
  const logic = [
    { kind: 'fact', id: fact, title: text(one), value: { if: leaf(field, 'equal', one), then: two, else: { fact: free } } },
    { kind: 'rules', id: set, title: text(one), rules: [{ id: rule, title: text(two), conditions: { any: [leaf(free, 'in', [one, three]), leaf(fact, 'equal', two)] }, event: { type: one } }] },
    { kind: 'table', id: table, title: text(one), hit: 'first', inputs: [field, set], outputs: [one], rows: [{ id: two, when: [{ equal: one }, null], then: [{ parameter }] }, { id: three, when: [null, { equal: 1 }], then: [three] }] },
    { kind: 'outcome', id: outcome, title: text(one), from: table },
    { kind: 'fact', id: `${fact} of one`, of: 'members', title: text(one), value: { if: leaf(member, 'equal', three), then: one, else: { fact: member } } },
    { kind: 'outcome', id: `${outcome} of one`, of: 'members', title: text(one), from: `${fact} of one` },
  ] as unknown as readonly LogicPiece[]
  const parameters = Object.fromEntries([[parameter, { title: text(one), unit: one, value: one, certainty: 'seen' as const }]])
  return assemble({ programme: 'boats', layer: 'national', common, releases: { boats: releaseOf(logic, parameters) } })
}

describe('a plan of hostile names and texts', () => {
  const names = fc.uniqueArray(words, { minLength: 10, maxLength: 10 }).map((all) => all.map((name, index) => `${name}${all.includes(`${name}${index}`) ? '' : index}`))
  const plain = fc.uniqueArray(words, { minLength: 10, maxLength: 10 }).filter((all) => all.every((name) => !name.includes('.')))

  it('finds what the interpreter finds, and leaves nothing behind', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(names.filter((all) => all.every((name) => !name.includes('.'))), plain), fc.uniqueArray(words, { minLength: 3, maxLength: 3 }), fc.infiniteStream(fc.nat()), async (ids, texts, dice) => {
      const assembly = hostileAssembly(ids, texts)
      const compiled = compilePlan(assembly, new PlanDictionary(assembly.common))
      if (compiled.kind === 'none') throw new Error(compiled.reason)
      const [field = '', , , , , , , , member = '', free = ''] = ids
      const pick = () => texts[dice.next().value % 3] ?? ''
      const input: HouseholdInput = {
        household: Object.fromEntries([...(dice.next().value % 3 === 0 ? [] : [[field, texts[dice.next().value % 2] ?? ''] as const]), ...(dice.next().value % 3 === 0 ? [] : [[free, pick()] as const])]),
        members: [{ id: pick(), ...Object.fromEntries([[member, pick()]]) } as never],
      }
      const record = compiled.plan.layout.record(input)
      const plan = compiled.plan.at(at)
      expect(plan.judge(record)).toBe(true)
      expect(plan.result(record)).toEqual(comparableResult((await evaluate(assembly, { input, moment: at })).result))
      expect(Object.hasOwn(globalThis, 'hacked')).toBe(false)
    }), { numRuns: 400 })
  })
})
