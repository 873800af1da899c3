import { judgeFigure, tellAside, type Aside, type Figure, type FigureReport, type Reading } from './figure.ts'

/** Figures that are measured together, because they share their contestants. */
export interface Part<Id extends string = string> {
  readonly figures: Readonly<Record<Id, Figure>>
  /** Builds what is compared; nothing is timed yet. Throws `NotMeasurable` where the machine lacks something. */
  readonly prepare: () => Promise<PreparedPart<Id>>
}

export interface PreparedPart<Id extends string = string> {
  /** Compares the results of all contestants; each difference in a sentence. Always called before `measure`. */
  readonly agree: () => Promise<readonly string[]>
  readonly measure: () => Promise<Readonly<Record<Id, number>>>
  /** What of that is told besides, by name; always called after `measure`. */
  readonly asides?: () => Readonly<Record<string, Aside>>
  readonly close?: () => Promise<void>
}

/** The machine lacks something a part needs. */
export class NotMeasurable extends Error {}

/** Gives each part the type of its own figures. */
export const definePart = <Id extends string>(part: Part<Id>): Part => part

const mostDifferences = 5

/** Measures a part, once its contestants have shown equal results. Never throws for what a figure may say itself. */
export const runPart = async (name: string, part: Part): Promise<readonly FigureReport[]> => {
  const reports = (readingOf: (id: string) => Reading) => Object.entries(part.figures).map(([id, figure]) => judgeFigure(name, id, figure, readingOf(id)))
  try {
    const { values, asides } = await measureAgreed(part)
    const figures = reports((id) => (values[id] === undefined ? { why: 'the part measured no such figure' } : { value: values[id] }))
    return [...figures, ...Object.entries(asides).map(([id, aside]) => tellAside(name, id, aside))]
  } catch (error) {
    if (!(error instanceof NotMeasurable || error instanceof ResultsDiffer)) throw error
    return reports(() => ({ why: error.message }))
  }
}

class ResultsDiffer extends Error {}

interface Measured {
  readonly values: Readonly<Record<string, number>>
  readonly asides: Readonly<Record<string, Aside>>
}

const measureAgreed = async (part: Part): Promise<Measured> => {
  const { agree, measure, asides, close } = await part.prepare()
  try {
    const differences = await agree()
    if (differences.length > 0) throw new ResultsDiffer(`results differ: ${differences.slice(0, mostDifferences).join('; ')}${differences.length > mostDifferences ? `; and ${differences.length - mostDifferences} more` : ''}`)
    return { values: await measure(), asides: asides?.() ?? {} }
  } finally {
    await close?.()
  }
}
