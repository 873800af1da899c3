import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import { parameterValuePhrase, phrase } from './phrase.ts'

/** What a parameter is, in a sentence: `Vườn tối thiểu – đồng: …; phố: ….` A name that leads to none throws. */
export const sentenceOfParameter = (assembly: Assembly, id: string): Text => {
  const parameter = assembly.parameters.get(id)?.parameter
  if (!parameter) throw new Error(`No parameter is named ${id}`)
  const { title, unit, value, values } = parameter
  const written = parameterValuePhrase(assembly, parameter, { title, unit })
  if (values !== undefined) return phrase(`${title.vi} – ${written.vi}.`, `${title.en} – ${written.en}.`)
  return value === undefined ? phrase(`${title.vi} ${written.vi}.`, `${title.en} is ${written.en}.`) : phrase(`${title.vi} là ${written.vi}.`, `${title.en} is ${written.en}.`)
}
