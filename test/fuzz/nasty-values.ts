import type { Random } from './random.ts'

/** Names that mean something to JavaScript. */
export const nastyNames: readonly [string, ...string[]] = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'length', '', 'then', 'id', 'value', 'members', '0', '-1', '$ref', 'a'.repeat(300)]

const nastyTexts: readonly [string, ...string[]] = [
  '', ' ', '\0', '\ud800', 'x\udfffy', '\u202e\u2066abc', '\ufeff', '<script>alert(1)</script>', '${x}', '{{x}}', '%s', '../../x', '\r\n', '2026-02-30', '2026-13-01', '0000-00-00', '9999-12-31', '2024-02-29', '2020', '2020-02',
  '1e309', 'NaN', 'null', 'true', '007', '１２', 'ế'.normalize('NFD'), '👨‍👩‍👧', 'a.b', 'a.b.c', '.', 'poverty.class', 'x'.repeat(20_000), '030074000123', ...nastyNames,
]

const nastyNumbers: readonly [number, ...number[]] = [0, -0, 1, -1, 0.1, 0.5, 1e-7, 1e-15, 1e-16, 5e-324, 1e15, 999_999_999_999_999, 1e21, 1e100, 1e308, -1e308, 1.7976931348623157e308, Infinity, 2 ** 53 + 2, 1_234_567_890_123_456, 0.1234567890123456, 0.3333333333333333, 2_147_483_648, 4_294_967_296]

/** Whether a value may be repeated many times without filling the memory of the test. */
const isSmall = (value: unknown): boolean => typeof value !== 'object' || value === null || Object.values(value).every((part) => typeof part !== 'object')

type Wrap = (part: unknown, other: unknown) => unknown

const wraps: readonly [Wrap, ...Wrap[]] = [
  (part) => [part], (part) => ({ not: part }), (part) => ({ all: [part] }), (part, other) => ({ any: [part, other] }), (part, other) => ({ add: [part, other] }), (part) => ({ floor: part }), (part) => ({ a: part }),
  (part) => ({ sum: 'members', value: part }), (part, other) => ({ multiply: [part, other] }), (part, other) => ({ if: { id: 'aaaaaaaaaa', fact: 'cargo', operator: 'equal', value: 1 }, then: part, else: other }),
  (part) => ({ sum: 'history', min: 'members', max: 'members', last: 'history', value: part }),
]

/** One of the ways to nest deep; what is not too deep may double with every level. */
const nested = (random: Random, inner: unknown): unknown => {
  const wrap = random.pick(wraps)
  const depth = random.pick([2, 5, 10, 40, 70, 2_000])
  const doubling = depth <= (isSmall(inner) ? 10 : 2)
  let value = inner
  for (let level = 0; level < depth; level += 1) value = wrap(value, doubling ? structuredClone(value) : 1)
  return value
}

/** Something that hardly belongs where it will stand. */
export const nastyValue = (random: Random, inner: unknown): unknown =>
  random.pick<() => unknown>([
    () => random.pick(nastyTexts), () => random.pick(nastyTexts), () => random.pick(nastyNumbers), () => random.pick(nastyNumbers), () => null, () => true, () => false, () => [], () => ({}),
    () => [inner], () => ({ [random.pick(nastyNames)]: inner }), () => nested(random, inner), () => Array.from({ length: isSmall(inner) ? random.pick([2, 60, 2_500]) : 2 }, () => inner), () => [null, inner, 'x'],
  ])()

/** A number near another, or a nasty one. */
export const nearNumber = (random: Random, number: number): number =>
  random.pick<() => number>([() => number + 1, () => number - 1, () => -number, () => number * 10, () => number / 10, () => number / 3, () => 0, () => random.pick(nastyNumbers)])()
