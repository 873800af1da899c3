import type { Parameter } from '../documents/release-document.ts'
import { parameterPlace } from '../overlay/origins.ts'
import type { Assembly } from './assembly.ts'
import { referencesOfPiece } from './references.ts'

/** A parameter of another programme that the rules of this one read. */
export interface ParameterRead {
  /** Whose it is; `common` where all share it. */
  readonly programme: string
  readonly id: string
  readonly parameter: Parameter
}

/** Parameters of other programmes that a programme's own rules read, each once, in the order in which the rules name them. */
export const parametersReadOfOthers = ({ programme, pieces, parameters }: Pick<Assembly, 'programme' | 'pieces' | 'parameters'>): readonly ParameterRead[] => {
  const names = [...pieces.values()].filter((each) => each.programme === programme)
    .flatMap(({ piece }) => referencesOfPiece(piece, []).flatMap((reference) => (reference.kind === 'parameter' ? [reference.reference.parameter] : [])))
  const read = [...new Set(names)].flatMap((name) => {
    const found = parameters.get(name)
    if (!found) return []
    const id = name.slice(name.lastIndexOf('.') + 1)
    return [{ programme: found.place.slice(0, -`.${parameterPlace(id)}`.length), id, parameter: found.parameter }]
  })
  const others = read.filter((each) => each.programme !== programme)
  return others.filter((each, index) => others.findIndex(({ programme: owner, id }) => owner === each.programme && id === each.id) === index)
}
