import { compareExecution, type Disagreement, type Trial } from '../agreement/compare-execution.ts'
import { drawHouseholds } from '../agreement/draw-household.ts'
import type { Execution } from '../agreement/execution.ts'
import { momentOfCase } from '../coverage/case-result.ts'
import type { BoundaryCases } from '../coverage/boundary-cases.ts'
import type { Issue } from '../documents/issue.ts'
import { momentAt } from '../documents/input-document.ts'
import { hashDocument } from '../release/hash.ts'
import { met, notAssembled, type GateFinding, type GateSubject } from './gate-item.ts'

/** Households made up for the comparison, the same ones for the same document. */
const householdsDrawn = 200

/** Differences told one by one; how many there are is counted in full. */
const mostTold = 10

export interface ExecutionsQuestion {
  readonly subject: GateSubject
  /** Boundary cases that are proposed: the places where a mistake would show. */
  readonly proposed: BoundaryCases | undefined
  readonly at: string
  readonly execution: Execution
}

/** Whatever runs the rules for many households at once says what the interpreter says: on every case, every boundary, and made-up households. */
export const executionsItem = async ({ subject, proposed, at, execution }: ExecutionsQuestion): Promise<GateFinding> => {
  const { assembly, draft } = subject
  if (!assembly) return notAssembled
  const ready = execution(assembly)
  if (!ready) {
    return met({
      vi: 'Các quy định này chỉ tính được lần lượt từng hộ, nên tính cho nhiều hộ sẽ chậm hơn; không có cách tính nào khác để đối chiếu.',
      en: 'These rules can only be run for one household at a time, which takes longer for many; there is no other way to compare with.',
    })
  }
  const cases = [...draft.release.cases, ...(proposed?.cases ?? [])].filter(({ assume }) => assume === undefined)
  const trials: readonly Trial[] = [
    ...cases.map((each) => ({ input: each.given, moment: momentOfCase(each) })),
    ...drawHouseholds(assembly, at, hashDocument(draft), householdsDrawn).map((input) => ({ input, moment: momentAt(at) })),
  ]
  const differences = await compareExecution(assembly, ready, trials)
  if (differences.length === 0) return met({ vi: `Cách tính từng hộ và cách tính nhiều hộ cho cùng kết quả ở cả ${trials.length} hộ thử.`, en: `Judged one by one and many at once, all ${trials.length} households tried come out the same.` })
  const households = new Set(differences.map(({ household }) => household)).size
  return {
    met: false,
    sentence: { vi: `${households} trong ${trials.length} hộ thử có kết quả khác nhau giữa cách tính từng hộ và cách tính nhiều hộ.`, en: `${households} of ${trials.length} households tried come out differently judged one by one and many at once.` },
    remedy: {
      vi: 'Đây là lỗi của phần mềm, không phải của quy định. Hãy báo người quản trị kèm bản nháp này; trong khi chờ, viết nội dung nêu dưới đây theo cách khác.',
      en: 'This is a mistake of the program, not of the rules. Tell the administrator, with this draft; meanwhile write what is named below in another way.',
    },
    issues: differences.slice(0, mostTold).map((difference) => issueOf(subject, difference)),
    concerns: [],
  }
}

const issueOf = ({ draft: { release } }: GateSubject, { household, piece, member, interpreter, execution }: Disagreement): Issue => {
  const index = release.logic.findIndex(({ id }) => id === piece)
  const title = release.logic[index]?.title ?? { vi: piece, en: piece }
  return {
    code: 'executions_differ',
    severity: 'error',
    path: index < 0 ? ['logic'] : ['logic', index],
    params: { piece, household, ...(member !== undefined && { member }), interpreter, execution },
    message: {
      vi: `“${title.vi}” có hai kết quả khác nhau ở hộ thử số ${household}; hãy viết nội dung này theo cách khác hoặc báo người quản trị.`,
      en: `“${title.en}” comes out in two ways for household ${household} of those tried; write it in another way, or tell the administrator.`,
    },
  }
}
