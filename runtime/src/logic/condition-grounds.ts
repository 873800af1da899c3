import type { Grounds } from '../documents/evaluation-document.ts'
import { mergeTwo, noGrounds, settled } from '../values/grounds.ts'
import type { JudgedCondition } from './rules-engine.ts'

/**
 * What the truth of a condition rests on. Of a certain group only the members that decide it count: all of a true
 * `all`, the false ones of a false one, and the other way round for `any`. Of an unknown group what is missing is
 * what its unknown members miss; answering anything else leaves it unknown.
 */
export const groundsOf = (judged: JudgedCondition): Grounds => {
  const { truth, sides, children } = judged
  let grounds = noGrounds
  if (children.length > 0) for (const child of decidingChildren(judged)) grounds = mergeTwo(grounds, groundsOf(child))
  if (sides) {
    grounds = mergeTwo(grounds, sides.left.grounds)
    for (const side of sides.right) grounds = mergeTwo(grounds, side.grounds)
  }
  return truth === 'unknown' ? grounds : settled(grounds)
}

/** The members of a group that decide it; of an unknown one those that can still decide. */
export const decidingChildren = ({ condition, truth, children }: JudgedCondition): readonly JudgedCondition[] => {
  if ('all' in condition && truth === false) return children.filter((child) => child.truth === false)
  if ('any' in condition && truth === true) return children.filter((child) => child.truth === true)
  return truth === 'unknown' ? children.filter((child) => child.truth === 'unknown') : children
}
